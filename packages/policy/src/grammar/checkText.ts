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
  if (rule.text === undefined) {
    const span = strayText(element)
    if (span === undefined) return
    report(diagnose('TF1111', span, `"${element.name}" holds no text`, { help: 'remove it, or make it a comment' }))
  } else if (rule.text.kind !== 'text') {
    checkValue(element.text, rule.text, `"${element.name}"`, () => element.textSpan, report)
  }
}

/** The first text between the children of an element. */
const strayText = (element: XmlElement): Span | undefined => {
  const { source, start: tagStart, end: tagEnd } = element.startTagSpan
  const { text } = source
  if (text.charCodeAt(tagEnd - 2) === 47 && tagEnd > tagStart) return undefined
  let i = tagEnd
  for (const child of element.children) {
    const { start, end } = child.span
    const stray = nonSpace(text, i, start)
    if (stray < start) return { source, start: stray, end: endOfText(text, stray, start) }
    i = end
  }
  const last = text.lastIndexOf('<', element.span.end - 1)
  const stray = nonSpace(text, i, last)
  return stray < last ? { source, start: stray, end: endOfText(text, stray, last) } : undefined
}

/** The first place from `i` on that is neither white space nor a comment or instruction. */
const nonSpace = (text: string, from: number, end: number): number => {
  let i = from
  while (i < end) {
    if (isSpace(text.charCodeAt(i))) i++
    else if (text.startsWith('<!--', i)) i = text.indexOf('-->', i + 4) + 3
    else if (text.startsWith('<?', i)) i = text.indexOf('?>', i + 2) + 2
    else return i
  }
  return end
}

const endOfText = (text: string, start: number, end: number): number => {
  const markup = text.indexOf('<', start + 1)
  let i = markup < 0 ? end : Math.min(markup, end)
  while (isSpace(text.charCodeAt(i - 1))) i--
  return i
}
