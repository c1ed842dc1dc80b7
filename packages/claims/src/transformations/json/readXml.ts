/** Reads XML 1.0 with namespaces, strictly, without a DTD: https://www.w3.org/TR/xml/, https://www.w3.org/TR/xml-names/. */

/** A text that is not a well-formed XML document, or has a DOCTYPE. */
export class MalformedXml {
  readonly _tag = 'MalformedXml'
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

/** What a document consists of, in its order; names of attributes begin with `@`. */
export interface XmlVisitor {
  readonly declaration: (attributes: ReadonlyMap<string, string>) => void
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void
  readonly close: () => void
  /** Never white space alone. */
  readonly text: (text: string) => void
  readonly cdata: (text: string) => void
  readonly instruction: (target: string, data: string) => void
}

const deepest = 256

const nameStart =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}'
const nameSource = `[${nameStart}][${nameStart}.0-9\\-\\u00b7\\u0300-\\u036f\\u203f\\u2040]*`

const startTagForm = new RegExp(`<(${nameSource})((?:\\s+${nameSource}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'uy')
const attributeForm = new RegExp(`(${nameSource})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'gu')
const endTagForm = new RegExp(`</(${nameSource})\\s*>`, 'uy')
const instructionForm = new RegExp(`<\\?(${nameSource})(?:\\s+([^]*?))?\\?>`, 'uy')
const declarationForm =
  /<\?xml(\s+version\s*=\s*(?:"1\.\d+"|'1\.\d+')(?:\s+encoding\s*=\s*(?:"[\w.-]+"|'[\w.-]+'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?)\s*\?>/y
const commentForm = /<!--([^]*?)-->/y
const cdataForm = /<!\[CDATA\[([^]*?)\]\]>/y
const textForm = /[^<]+/y
const referenceForm = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));|&/gi

/** Characters that XML does not allow, and halves of characters. */
const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"]
])

/** The text with its references replaced, or the reference that cannot be. */
const decode = (text: string): string | MalformedXml => {
  let wrong: string | undefined
  const decoded = text.replace(
    referenceForm,
    (written: string, decimal?: string, hexadecimal?: string, name?: string) => {
      const point =
        decimal === undefined
          ? hexadecimal === undefined
            ? undefined
            : Number.parseInt(hexadecimal, 16)
          : Number(decimal)
      const character =
        point === undefined ? entities.get(name ?? '') : point <= 0x10ffff ? String.fromCodePoint(point) : undefined
      if (character === undefined || illegal.test(character)) wrong ??= written
      return character ?? ''
    }
  )
  return wrong === undefined ? decoded : new MalformedXml(`${wrong} is not a reference that can be replaced`)
}

/** Attributes by name with an `@` before it, as they are written down in JSON. */
const readAttributes = (source: string): ReadonlyMap<string, string> | MalformedXml => {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of source.matchAll(attributeForm)) {
    const value = decode((double ?? single ?? '').replace(/[\t\n]/g, ' '))
    if (value instanceof MalformedXml) return value
    if (attributes.has(`@${name}`)) return new MalformedXml(`the attribute "${name}" is repeated`)
    attributes.set(`@${name}`, value)
  }
  return attributes
}

const prefixOf = (name: string): string | undefined => {
  const colon = name.indexOf(':')
  return colon < 0 ? undefined : name.slice(0, colon)
}

/** The prefix of an element or of its attributes that no enclosing element declares. */
const undeclaredPrefix = (
  name: string,
  attributes: ReadonlyMap<string, string>,
  declared: ReadonlySet<string>
): string | undefined =>
  [name, ...[...attributes.keys()].map((attribute) => attribute.slice(1))]
    .map(prefixOf)
    .find((prefix) => prefix !== undefined && !declared.has(prefix))

class Reader {
  readonly #xml: string
  readonly #visitor: XmlVisitor
  /** The names of the open elements, each with the prefixes that are declared in it. */
  readonly #open: Array<{ readonly name: string; readonly prefixes: ReadonlySet<string> }> = []
  #index = 0
  #roots = 0

  constructor(xml: string, visitor: XmlVisitor) {
    this.#xml = xml
    this.#visitor = visitor
  }

  /** What a sticky expression finds here; it is taken. */
  #take(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.#index
    const found = form.exec(this.#xml)
    if (found === null) return undefined
    this.#index += found[0].length
    return found
  }

  read(): MalformedXml | undefined {
    if (illegal.test(this.#xml)) return new MalformedXml('it has a character that XML does not allow')
    const declaration = this.#take(declarationForm)
    if (declaration !== undefined) {
      const attributes = readAttributes(declaration[1] ?? '')
      if (attributes instanceof MalformedXml) return attributes
      this.#visitor.declaration(attributes)
    }
    while (this.#index < this.#xml.length) {
      const problem = this.#node()
      if (problem !== undefined) return problem
    }
    const unclosed = this.#open.at(-1)
    if (unclosed !== undefined) return new MalformedXml(`the element "${unclosed.name}" has no end tag`)
    return this.#roots === 1 ? undefined : new MalformedXml('there is no root element')
  }

  #node(): MalformedXml | undefined {
    const comment = this.#take(commentForm)?.[1]
    if (comment !== undefined) {
      return /--|-$/.test(comment) ? new MalformedXml('a comment holds --') : undefined
    }
    const cdata = this.#open.length === 0 ? undefined : this.#take(cdataForm)
    if (cdata !== undefined) {
      this.#visitor.cdata(cdata[1] ?? '')
      return undefined
    }
    const text = this.#take(textForm)
    if (text !== undefined) return this.#text(text[0])
    const end = this.#take(endTagForm)
    if (end !== undefined) return this.#endTag(end[1] ?? '')
    const start = this.#take(startTagForm)
    if (start !== undefined) return this.#startTag(start[1] ?? '', start[2] ?? '', start[3] === '/')
    const instruction = this.#take(instructionForm)
    if (instruction !== undefined && instruction[1]?.toLowerCase() !== 'xml') {
      this.#visitor.instruction(instruction[1] ?? '', instruction[2] ?? '')
      return undefined
    }
    return new MalformedXml(
      this.#xml.startsWith('<!DOCTYPE', this.#index)
        ? 'a DOCTYPE is not accepted'
        : `there is no tag that can be read at character ${this.#index + 1}`
    )
  }

  #text(written: string): MalformedXml | undefined {
    const text = decode(written)
    if (text instanceof MalformedXml) return text
    if (written.includes(']]>')) return new MalformedXml(']]> stands outside of a CDATA section')
    if (/^[\t\n ]*$/.test(written)) return undefined
    if (this.#open.length === 0) return new MalformedXml('there is text outside of the root element')
    this.#visitor.text(text)
    return undefined
  }

  #startTag(name: string, source: string, isEmpty: boolean): MalformedXml | undefined {
    if (this.#open.length === 0 && ++this.#roots > 1) return new MalformedXml('there is more than one root element')
    if (this.#open.length >= deepest) return new MalformedXml(`elements are nested more than ${deepest} deep`)
    const attributes = readAttributes(source)
    if (attributes instanceof MalformedXml) return attributes
    const outer = this.#open.at(-1)?.prefixes ?? new Set(['xml', 'xmlns'])
    const own = [...attributes.keys()].filter((key) => key.startsWith('@xmlns:')).map((key) => key.slice(7))
    const prefixes = own.length === 0 ? outer : new Set([...outer, ...own])
    const undeclared = undeclaredPrefix(name, attributes, prefixes)
    if (undeclared !== undefined) return new MalformedXml(`the prefix "${undeclared}" is not declared`)
    this.#visitor.open(name, attributes)
    if (isEmpty) this.#visitor.close()
    else this.#open.push({ name, prefixes })
    return undefined
  }

  #endTag(name: string): MalformedXml | undefined {
    const opened = this.#open.pop()
    if (opened?.name !== name) return new MalformedXml(`the end tag "${name}" closes no element of that name`)
    this.#visitor.close()
    return undefined
  }
}

/** Reads a document from start to end; gives what is wrong with it, if anything. */
export const readXml = (xml: string, visitor: XmlVisitor): MalformedXml | undefined =>
  new Reader(xml.replace(/\r\n?/g, '\n'), visitor).read()
