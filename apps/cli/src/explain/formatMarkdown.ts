/** Markdown of our documentation for a terminal: it is read as it stands, with headings and code set apart. */
import type { Style } from '../output/style.ts'

/** Headings become bold, code is indented below the name of its file, emphasis and the fences around code go. */
export const formatMarkdown = (markdown: string, style: Style): string => {
  let inCode = false
  const lines = markdown.split('\n').flatMap((line) => {
    const fence = /^```\S*\s*(?<file>.*)$/.exec(line)
    if (fence !== null) {
      inCode = !inCode
      const file = fence.groups?.['file'] ?? ''
      return file === '' ? [] : [style.dim(`${file}:`)]
    }
    if (inCode) return [line === '' ? '' : `    ${style.cyan(line)}`]
    const heading = /^#+ (.*)$/.exec(line)
    if (heading !== null) return [style.bold(heading[1] ?? '')]
    return [line.replaceAll(/\*\*([^*]+)\*\*/g, (_, text: string) => style.bold(text))]
  })
  return lines.join('\n')
}
