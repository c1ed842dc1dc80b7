/** Checks the text of an element. */
import { diagnose } from '../diagnose.ts'
import type { Diagnostic } from '../Diagnostic.ts'
import type { Span } from '../syntax/SourceText.ts'
import { isSpace } from '../syntax/xmlCharacters.ts'
import type { XmlElement } from '../syntax/XmlElement.ts'
import { checkValue } from './checkValue.ts'
import type { ElementRule } from './ElementRule.ts'

/** Reports text where none is allowed, and text that its type does not allow. */
export const checkText = (element: XmlElement, rule: ElementRule, report: (diagnostic: Diagnostic) => void): void => {
  if (rule.text !== undefined) {
    if (rule.text.kind !== 'text') {
      const place = () => ({ what: `"${element.name}"`, span: element.textSpan, whole: contentOf(element) })
      checkValue(element.text, rule.text, place, report)
    }
    return
  }
  const isEmpty = rule.children.size === 0 && !rule.open
  const span = strayText(element, isEmpty)
  if (span === undefined) return
  const { source, start, end } = span
  const isSpaceOnly = source.text.slice(start, end).trim() === ''
  const message = isSpaceOnly
    ? `"${element.name}" holds nothing, not even white space`
    : `"${element.name}" holds no text`
  const help = isEmpty ? `write <${element.name} … />` : 'remove it, or make it a comment'
  report(diagnose('TF1111', span, message, { help }))
}

/** What stands between the tags; for an element without an end tag, nothing. */
const contentOf = (element: XmlElement): Span => {
  const { source, end: start } = element.startTagSpan
  return { source, start, end: Math.max(start, source.text.lastIndexOf('<', element.span.end - 1)) }
}

/** The first text between the children of an element; white space is some only where `strict`. */
const strayText = (element: XmlElement, strict: boolean): Span | undefined => {
  const { source, start: tagStart, end: tagEnd } = element.startTagSpan
  const { text } = source
  if (text.charCodeAt(tagEnd - 2) === 47 && tagEnd > tagStart) return undefined
  let i = tagEnd
  for (const child of element.children) {
    const { start, end } = child.span
    const stray = endOfNothing(text, i, start, strict)
    if (stray < start) return { source, start: stray, end: endOfText(text, stray, start) }
    i = end
  }
  const last = text.lastIndexOf('<', element.span.end - 1)
  const stray = endOfNothing(text, i, last, strict)
  return stray < last ? { source, start: stray, end: endOfText(text, stray, last) } : undefined
}

/** The first place from `from` on that is neither white space nor a comment nor an instruction. */
const endOfNothing = (text: string, from: number, end: number, strict: boolean): number => {
  let i = from
  while (i < end) {
    if (!strict && isSpace(text.charCodeAt(i))) i++
    else if (text.startsWith('<!--', i)) i = text.indexOf('-->', i + 4) + 3
    else if (text.startsWith('<?', i)) i = text.indexOf('?>', i + 2) + 2
    else if (!strict && text.charCodeAt(i) === 38) {
      spaceReference.lastIndex = i
      const reference = spaceReference.exec(text)?.[0]
      if (reference === undefined) return i
      i += reference.length
    } else return i
  }
  return end
}

/** White space by its number is white space too. */
const spaceReference = /&#(?:0*(?:9|10|13|32)|x0*(?:9|a|d|20));/iy

const endOfText = (text: string, start: number, end: number): number => {
  const markup = text.indexOf('<', start + 1)
  const last = markup < 0 ? end : Math.min(markup, end)
  const written = text.slice(start, last)
  return written.trim() === '' ? last : start + written.trimEnd().length
}
