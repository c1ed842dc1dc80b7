/** Checks in one pass that a text is well-formed XML (XML 1.0, fifth edition) without a document type. */
import type { Code } from '../codes.ts'
import { checkReference } from './checkReference.ts'
import { isNamespaceDeclaration } from './scanStartTag.ts'
import { TagRecorder, type Tags } from './TagRecorder.ts'
import { isNamePart, isNameStart, isSpace, isXmlCharacter } from './xmlCharacters.ts'

/** Why a text is not well-formed XML, and where. */
export interface XmlFault {
  readonly code: Code
  readonly message: string
  readonly help?: string
  readonly start: number
  readonly end: number
  readonly related?: { readonly message: string; readonly start: number; readonly end: number }
  /** Everything before this offset is sound. */
  readonly soundUntil: number
}

/** What the pass found. */
export interface WellFormedness {
  readonly fault: XmlFault | undefined
  /** Whether an element or attribute has a prefix, or an element other than the root declares a namespace. */
  readonly usesPrefixes: boolean
  readonly tags: Tags
}

/** Bounds that no policy reaches; they keep a hostile file from costing anything. */
export const limits = { depth: 100, attributes: 200, attributeName: 256 } as const

/** The first fault of a text, if it has one. */
export const checkWellFormed = (text: string): WellFormedness => {
  const checker = new Checker(text)
  checker.document()
  const { fault, recorder, usesPrefixes } = checker
  return { fault, usesPrefixes, tags: recorder.tags }
}

/** Names that the tree builder cannot hold. */
const reservedNames: ReadonlySet<string> = new Set(['constructor', 'prototype', '__proto__'])

/** Each method checks the construct that begins at `i` and answers where it ends, or -1 once there is a fault. */
class Checker {
  fault: XmlFault | undefined = undefined
  usesPrefixes = false
  readonly recorder: TagRecorder
  private readonly text: string
  /** Open elements: the index of each and where its name ends, in turn. */
  private readonly open: Array<number> = []
  private construct = 0
  private rooted = false

  constructor(text: string) {
    this.text = text
    this.recorder = new TagRecorder(text)
  }

  document(): void {
    const { text } = this
    let i = text.startsWith('<?xml') && isSpace(text.charCodeAt(5)) ? this.declaration() : 0
    while (i >= 0 && i < text.length) i = text.charCodeAt(i) === 60 ? this.markup(i) : this.characters(i)
    if (i < 0) return
    this.construct = text.length
    const nameEnd = this.open.pop()
    const index = this.open.pop()
    if (index !== undefined && nameEnd !== undefined) {
      const nameStart = this.recorder.nameStart(index)
      const name = text.slice(nameStart, nameEnd)
      this.fail(nameStart, nameEnd, `the element "${name}" is not closed`, `add the end tag "</${name}>"`)
    } else if (!this.rooted) {
      this.fail(
        0,
        0,
        'there is no element: the file is empty or holds no XML',
        'a policy begins with "<TrustFrameworkPolicy"'
      )
    }
  }

  private fail(start: number, end: number, message: string, help?: string, more: Partial<XmlFault> = {}): -1 {
    this.fault = {
      code: 'TF1001',
      message,
      ...(help === undefined ? {} : { help }),
      start,
      end: Math.min(Math.max(end, start), this.text.length),
      soundUntil: this.construct,
      ...more
    }
    return -1
  }

  private markup(i: number): number {
    this.construct = i
    const code = this.text.charCodeAt(i + 1)
    if (code === 47) return this.endTag(i)
    if (code === 33) return this.declarationOrComment(i)
    if (code === 63) return this.instruction(i)
    return this.startTag(i)
  }

  /** Text between tags. */
  private characters(start: number): number {
    const { text } = this
    this.construct = start
    let i = start
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === 60) break
      if (code === 38) {
        const end = this.reference(i)
        if (end < 0) return -1
        i = end - 1
      } else if (code === 93 && text.startsWith(']]>', i)) {
        return this.fail(i, i + 3, '"]]>" is not allowed in text', 'write "]]&gt;"')
      } else if (code < 32 || code >= 0xd800) {
        i = this.character(i, code)
        if (i < 0) return -1
      }
      if (this.open.length === 0 && !isSpace(code)) {
        const place = this.rooted ? 'behind the root element' : 'before the root element'
        return this.fail(i, i + 1, `text is not allowed ${place}`, 'remove it')
      }
    }
    return i
  }

  /** A character that may be none; answers the offset of its last unit. */
  private character(i: number, code: number): number {
    const { text } = this
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = text.charCodeAt(i + 1)
      if (code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) return i + 1
    } else if (isXmlCharacter(code)) {
      return i
    }
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    return this.fail(i, i + 1, `the character ${name} is not allowed in XML`, 'remove it')
  }

  private reference(i: number): number {
    const { end, fault } = checkReference(this.text, i)
    return fault === undefined ? end : this.fail(i, end, fault.message, fault.help, { code: fault.code })
  }

  /** Answers where a name ends that begins at `i`; `i` itself when none does. */
  private name(i: number): number {
    const { text } = this
    let end = i
    for (;;) {
      const code = text.charCodeAt(end)
      if (code >= 0xd800 && code <= 0xdfff) {
        // All characters beyond the basic plane that are assigned to names are pairs below U+F0000.
        const next = text.charCodeAt(end + 1)
        if (code > 0xdb7f || !(next >= 0xdc00 && next <= 0xdfff)) return end
        end += 2
      } else if (end === i ? isNameStart(code) : isNamePart(code)) {
        end++
      } else {
        return end
      }
    }
  }

  /** A name with a colon has a part on either side of it (Namespaces in XML 1.0, production 7). */
  private prefixed(name: string, start: number): number {
    const [prefix = '', local = '', ...others] = name.split(':')
    if (prefix === '' || others.length > 0 || !isNameStart(local.charCodeAt(0))) {
      return this.fail(start, start + name.length, `"${name}" is no name: a ":" stands between two names, once`)
    }
    if (!isNamespaceDeclaration(name)) this.usesPrefixes = true
    return start
  }

  private startTag(open: number): number {
    const { text } = this
    const nameEnd = this.name(open + 1)
    const name = text.slice(open + 1, nameEnd)
    if (nameEnd === open + 1) {
      return this.fail(open, open + 1, '"<" must begin a tag', 'write "&lt;" for the character itself')
    }
    if (reservedNames.has(name)) return this.fail(open + 1, nameEnd, `no policy has an element "${name}"`, 'remove it')
    if (this.rooted && this.open.length === 0) {
      return this.fail(
        open + 1,
        nameEnd,
        `a second root element, "${name}"`,
        'a file holds one element and what is in it'
      )
    }
    if (name.includes(':') && this.prefixed(name, open + 1) < 0) return -1
    let attributes: Array<string> | undefined
    let i = nameEnd
    for (;;) {
      const before = i
      while (isSpace(text.charCodeAt(i))) i++
      const code = text.charCodeAt(i)
      if (code === 62 || (code === 47 && text.charCodeAt(i + 1) === 62)) {
        this.rooted = true
        if (code === 47) {
          this.recorder.empty(open, nameEnd, i + 2)
          return i + 2
        }
        if (this.open.length >= 2 * limits.depth) {
          return this.fail(open + 1, nameEnd, `elements are nested more than ${limits.depth} deep`, undefined, {
            code: 'TF1004'
          })
        }
        this.open.push(this.recorder.open(open, nameEnd), nameEnd)
        return i + 1
      }
      if (i >= text.length)
        return this.fail(open, open + 1 + name.length, `the tag "<${name}" is not closed`, 'add ">"')
      const attributeEnd = this.name(i)
      if (attributeEnd === i) {
        const found = text.slice(i, i + 1)
        const help = found === '<' ? `the tag "<${name}" has no ">"` : 'an attribute is written name="value"'
        return this.fail(i, i + 1, `"${found}" is not allowed in the tag "<${name}"`, help)
      }
      const attribute = text.slice(i, attributeEnd)
      if (before === i) return this.fail(i, attributeEnd, `there must be a space before the attribute "${attribute}"`)
      if (attributes?.includes(attribute) === true) {
        return this.fail(i, attributeEnd, `the attribute "${attribute}" is given twice`, 'remove one of them')
      }
      if ((attributes?.length ?? 0) >= limits.attributes || attribute.length > limits.attributeName) {
        return this.fail(i, attributeEnd, `the tag "<${name}" has too many or too long attributes`, undefined, {
          code: 'TF1004'
        })
      }
      if (attributes === undefined) attributes = [attribute]
      else attributes.push(attribute)
      if (attribute.includes(':') && this.prefixed(attribute, i) < 0) return -1
      if (isNamespaceDeclaration(attribute) && this.open.length > 0) this.usesPrefixes = true
      i = this.attributeValue(i, attributeEnd, attribute)
      if (i < 0) return -1
    }
  }

  private attributeValue(nameStart: number, nameEnd: number, name: string): number {
    const { text } = this
    let i = nameEnd
    while (isSpace(text.charCodeAt(i))) i++
    if (text.charCodeAt(i) !== 61) {
      return this.fail(nameStart, nameEnd, `the attribute "${name}" has no value`, `write ${name}="value"`)
    }
    i++
    while (isSpace(text.charCodeAt(i))) i++
    const quote = text.charCodeAt(i)
    if (quote !== 34 && quote !== 39) {
      return this.fail(
        nameStart,
        nameEnd,
        `the value of the attribute "${name}" has no quotes`,
        `write ${name}="value"`
      )
    }
    const opening = i
    for (i++; ; i++) {
      const code = text.charCodeAt(i)
      if (code === quote) return i + 1
      if (code === 38) {
        const end = this.reference(i)
        if (end < 0) return -1
        i = end - 1
      } else if (code === 60) {
        const help = `add the closing quote; for the character itself write "&lt;"`
        return this.fail(i, i + 1, `"<" is not allowed in the value of the attribute "${name}"`, help, {
          related: { message: 'the value begins here', start: opening, end: opening + 1 }
        })
      } else if (code < 32 || code >= 0xd800) {
        i = this.character(i, code)
        if (i < 0) return -1
      } else if (Number.isNaN(code)) {
        return this.fail(opening, opening + 1, `the value of the attribute "${name}" has no closing quote`)
      }
    }
  }

  private endTag(open: number): number {
    const { text } = this
    const nameEnd = this.name(open + 2)
    const name = text.slice(open + 2, nameEnd)
    let i = nameEnd
    while (isSpace(text.charCodeAt(i))) i++
    if (name === '' || text.charCodeAt(i) !== 62) {
      return this.fail(open, Math.max(nameEnd, open + 2), 'an end tag is written "</Name>"')
    }
    const openEnd = this.open.pop()
    const index = this.open.pop()
    if (index === undefined || openEnd === undefined) {
      return this.fail(open, i + 1, `the end tag "</${name}>" closes nothing`, 'remove it')
    }
    const openStart = this.recorder.nameStart(index)
    if (openEnd - openStart === name.length && text.startsWith(name, openStart)) {
      this.recorder.close(index, open, i + 1)
      return i + 1
    }
    const expected = text.slice(openStart, openEnd)
    return this.fail(open, i + 1, `expected "</${expected}>" but found "</${name}>"`, `close "${expected}" first`, {
      related: { message: `"${expected}" is opened here`, start: openStart, end: openEnd }
    })
  }

  private declarationOrComment(i: number): number {
    const { text } = this
    if (text.startsWith('<!--', i)) {
      const end = text.indexOf('--', i + 4)
      if (end < 0) return this.fail(i, i + 4, 'the comment is not closed', 'add "-->"')
      if (text.charCodeAt(end + 2) !== 62) {
        return this.fail(end, end + 2, '"--" is not allowed in a comment', 'write "- -", or remove it')
      }
      return this.allowed(i + 4, end) ? end + 3 : -1
    }
    if (text.startsWith('<![CDATA[', i)) {
      if (this.open.length === 0) return this.fail(i, i + 9, 'a CDATA section is allowed only in an element')
      const end = text.indexOf(']]>', i + 9)
      if (end < 0) return this.fail(i, i + 9, 'the CDATA section is not closed', 'add "]]>"')
      return this.allowed(i + 9, end) ? end + 3 : -1
    }
    if (text.startsWith('<!DOCTYPE', i)) {
      const help = "remove it; entities of one's own are not part of the policy language"
      return this.fail(i, i + 9, 'a document type is not allowed in a policy', help, { code: 'TF1002' })
    }
    return this.fail(i, i + 2, '"<!" must begin a comment or a CDATA section')
  }

  private instruction(i: number): number {
    const { text } = this
    const nameEnd = this.name(i + 2)
    const target = text.slice(i + 2, nameEnd)
    if (target === '') return this.fail(i, i + 2, '"<?" must begin a processing instruction')
    if (target.toLowerCase() === 'xml') {
      return this.fail(i, nameEnd, 'the XML declaration must be the very first thing in the file', 'move it there')
    }
    const end = text.indexOf('?>', nameEnd)
    if (end < 0 || (end > nameEnd && !isSpace(text.charCodeAt(nameEnd)))) {
      return this.fail(i, nameEnd, `the processing instruction "<?${target}" is not closed`, 'add "?>"')
    }
    return this.allowed(nameEnd, end) ? end + 2 : -1
  }

  /** `<?xml version="1.0" encoding="utf-8" standalone="yes"?>`. */
  private declaration(): number {
    const { text } = this
    const end = text.indexOf('?>')
    const written = end < 0 ? text.slice(0, 5) : text.slice(0, end + 2)
    const shape =
      /^<\?xml\s+version\s*=\s*(["'])1\.[0-9]+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][A-Za-z0-9._-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>$/
    if (written.length < 300 && shape.test(written)) return end + 2
    return this.fail(
      0,
      written.length,
      'the XML declaration is not right',
      'write <?xml version="1.0" encoding="utf-8"?>'
    )
  }

  /** Whether all characters of a comment, CDATA section or instruction are allowed. */
  private allowed(start: number, end: number): boolean {
    for (let i = start; i < end; i++) {
      const code = this.text.charCodeAt(i)
      if (code < 32 || code >= 0xd800) {
        i = this.character(i, code)
        if (i < 0) return false
      }
    }
    return true
  }
}
