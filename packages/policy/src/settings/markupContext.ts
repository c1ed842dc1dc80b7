/** Tells in what part of an XML text an offset lies, reading from the front. */

/** Where something stands: that decides how a value must be written there. */
export type MarkupContext = 'text' | 'attribute' | 'tag' | 'cdata' | 'comment'

/** Answers for ascending offsets; the text need not be well-formed. */
export const markupContexts = (text: string): ((offset: number) => MarkupContext) => {
  let context: MarkupContext = 'text'
  let quote = ''
  let i = 0
  const skipTo = (found: number, length: number): number => (found < 0 ? text.length : found + length)
  return (offset) => {
    while (i < offset) {
      if (context === 'text') {
        const open = text.indexOf('<', i)
        if (open < 0 || open >= offset) {
          i = offset
        } else if (text.startsWith('<!--', open)) {
          context = 'comment'
          i = open + 4
        } else if (text.startsWith('<![CDATA[', open)) {
          context = 'cdata'
          i = open + 9
        } else {
          context = 'tag'
          i = open + 1
        }
      } else if (context === 'tag') {
        const character = text.charAt(i)
        if (character === '"' || character === "'") {
          context = 'attribute'
          quote = character
        } else if (character === '>') {
          context = 'text'
        }
        i++
      } else {
        const [close, after]: readonly [string, MarkupContext] =
          context === 'attribute' ? [quote, 'tag'] : context === 'cdata' ? [']]>', 'text'] : ['-->', 'text']
        const end = skipTo(text.indexOf(close, i), close.length)
        if (end > offset) return context
        i = end
        context = after
      }
    }
    return context
  }
}
