import { DOMParser } from '@xmldom/xmldom'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { serialize, deserialize } from 'node:v8'
import sax from 'sax'
import { SaxesParser } from 'saxes'
import { Node, scan } from '../../lib/scan.mjs'

// Every entry has parse(doc) -> something truthy; run(input) parses all documents of the input once.
const entry = (name, parse, more = {}) => ({
  name,
  sync: true,
  parse,
  run(input) {
    const docs = input.docs
    let n = 0
    for (let i = 0; i < docs.length; i++) if (this.parse(docs[i])) n++
    return n
  },
  ...more
})

const common = { ignoreAttributes: false, parseTagValue: false, parseAttributeValue: false }
const fxpPlain = new XMLParser(common)
const fxpOrdered = new XMLParser({ ...common, preserveOrder: true })
const fxpBare = new XMLParser({ ...common, processEntities: false, trimValues: false })

export const fxp = entry('fast-xml-parser (object)', (d) => fxpPlain.parse(d.text))
export const fxp_ordered = entry('fast-xml-parser (preserveOrder)', (d) => fxpOrdered.parse(d.text))
export const fxp_bare = entry('fast-xml-parser (object, entities and trim off)', (d) => fxpBare.parse(d.text))
export const fxp_validator = entry('fast-xml-parser XMLValidator only', (d) => XMLValidator.validate(d.text) === true)
export const fxp_checked = entry('fast-xml-parser XMLValidator + preserveOrder', (d) => fxpOrdered.parse(d.text, true))

export const saxes_events = entry('saxes (events, xmlns off)', (d) => {
  const p = new SaxesParser({ xmlns: false })
  let n = 0
  p.on('opentag', () => {
    n++
  })
  p.write(d.text).close()
  return n
})
export const saxes_ns = entry('saxes (events, xmlns on)', (d) => {
  const p = new SaxesParser({ xmlns: true })
  let n = 0
  p.on('opentag', () => {
    n++
  })
  p.write(d.text).close()
  return n
})
export const saxes_tree = entry('saxes (tree)', (d) => {
  const p = new SaxesParser({ xmlns: false })
  const root = new Node('#document')
  const stack = [root]
  p.on('error', (e) => {
    throw e
  })
  p.on('opentag', (t) => {
    const n = new Node(t.name, t.attributes)
    ;(stack[stack.length - 1].children ??= []).push(n)
    stack.push(n)
  })
  p.on('closetag', () => {
    stack.pop()
  })
  const text = (t) => {
    const s = t.trim()
    if (s !== '') stack[stack.length - 1].text += s
  }
  p.on('text', text)
  p.on('cdata', text)
  p.write(d.text).close()
  return root.children[0]
})
export const sax_events = entry('sax (strict, events)', (d) => {
  const p = sax.parser(true)
  let n = 0
  p.onopentag = () => {
    n++
  }
  p.write(d.text).close()
  return n
})
export const sax_tree = entry('sax (strict, tree)', (d) => {
  const p = sax.parser(true, { trim: true })
  const root = new Node('#document')
  const stack = [root]
  p.onopentag = (t) => {
    const n = new Node(t.name, t.attributes)
    ;(stack[stack.length - 1].children ??= []).push(n)
    stack.push(n)
  }
  p.onclosetag = () => {
    stack.pop()
  }
  const text = (t) => {
    stack[stack.length - 1].text += t
  }
  p.ontext = text
  p.oncdata = text
  p.onerror = (e) => {
    throw e
  }
  p.write(d.text).close()
  return root.children[0]
})
const dom = new DOMParser({
  onError: (level, msg) => {
    if (level !== 'warning') throw new Error(msg)
  }
})
export const xmldom = entry('@xmldom/xmldom', (d) => dom.parseFromString(d.text, 'text/xml').documentElement)

export const hand = entry('hand-written scanner (tree, floor in JS)', (d) => scan(d.text))

// --- floors: what the machine can do with the same bytes ------------------------------------
const dec = new TextDecoder()
export const decode = entry('TextDecoder only (bytes -> string)', (d) => dec.decode(d.bytes).length)
export const find_lt = entry("indexOf('<') over the text only", (d) => {
  let n = 0
  for (let i = d.text.indexOf('<'); i >= 0; i = d.text.indexOf('<', i + 1)) n++
  return n
})
const cacheOf = (make) => {
  const m = new WeakMap()
  return (d) => {
    let v = m.get(d)
    if (v === undefined) m.set(d, (v = make(d)))
    return v
  }
}
const json = cacheOf((d) => JSON.stringify(scan(d.text)))
export const json_cache = entry('JSON.parse of the parsed tree (a cache file)', (d) => JSON.parse(json(d)))
const v8bytes = cacheOf((d) => serialize(JSON.parse(json(d))))
export const v8_cache = entry('v8.deserialize of the parsed tree (a cache file)', (d) => deserialize(v8bytes(d)))
