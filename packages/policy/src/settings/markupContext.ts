/** Tells in what part of an XML text an offset lies, reading from the front. */

/** Where something stands: that decides how a value must be written there. */
export type MarkupContext = 'text' | 'attribute' | 'tag' | 'cdata' | 'comment'

/** A part of the text up to `end`, all of one context. */
interface Region {
  readonly context: MarkupContext
  readonly end: number
}

/** Answers for ascending offsets, in one pass; the text need not be well-formed. */
export const markupContexts = (text: string): ((offset: number) => MarkupContext) => {
  let region: Region = { context: 'text', end: 0 }
  return (offset) => {
    while (offset >= region.end && region.end < text.length) region = nextRegion(text, region)
    return region.context
  }
}

const nextRegion = (text: string, { context, end: start }: Region): Region => {
  const upTo = (next: MarkupContext, close: string, from: number): Region => {
    const found = text.indexOf(close, from)
    return { context: next, end: found < 0 ? text.length : found + close.length }
  }
  const first = text.charAt(start)
  const quoted = context === 'tag' && (first === '"' || first === "'")
  if (quoted) return upTo('attribute', first, start + 1)
  if (context === 'attribute' || (context === 'tag' && text.charAt(start - 1) !== '>')) return tag(text, start)
  if (first !== '<') {
    const open = text.indexOf('<', start)
    return { context: 'text', end: open < 0 ? text.length : open }
  }
  if (text.startsWith('<!--', start)) return upTo('comment', '-->', start + 4)
  if (text.startsWith('<![CDATA[', start)) return upTo('cdata', ']]>', start + 9)
  return tag(text, start + 1)
}

/** A piece of a tag: up to a quote, or with the `>`. */
const tag = (text: string, from: number): Region => {
  for (let i = from; i < text.length; i++) {
    const character = text.charAt(i)
    if (character === '>') return { context: 'tag', end: i + 1 }
    if (character === '"' || character === "'") return { context: 'tag', end: i }
  }
  return { context: 'tag', end: text.length }
}
