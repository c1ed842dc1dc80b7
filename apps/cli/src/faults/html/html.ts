/** HTML that cannot be broken by what is put into it: everything but other HTML is escaped. */

/** A piece of HTML. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | ReadonlyArray<Html> | undefined

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

const write = (part: Part): string => {
  if (part === undefined) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map(({ text }) => text).join('')
  return String(part)
    .toWellFormed()
    .replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character)
}

/**
 * A template; what is put in is text, in elements and in quoted attributes alike.
 *
 * @example
 * html`<p title="${title}">${text}</p>`
 */
export const html = (parts: TemplateStringsArray, ...values: ReadonlyArray<Part>): Html =>
  new Html(parts.map((part, index) => part + write(values[index])).join(''))

/** Style sheets, which hold no values. */
export const css = (parts: TemplateStringsArray): Html => new Html(parts.join(''))
