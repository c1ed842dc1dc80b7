/** XML parsers in JavaScript, and what the machine can do with the same bytes at best. */
import { DOMParser } from '@xmldom/xmldom'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { deserialize, serialize } from 'node:v8'
import sax from 'sax'
import { SaxesParser } from 'saxes'
import { makeNode, scan } from '../../lib/scan.mjs'

/** `parse` gives something truthy for a document; `run` parses all documents of the input once. */
const entry = (name, parse) => ({
  name,
  sync: true,
  parse,
  run({ docs }) {
    let count = 0
    for (let i = 0; i < docs.length; i++) if (parse(docs[i])) count++
    return count
  }
})

const common = { ignoreAttributes: false, parseTagValue: false, parseAttributeValue: false }
const objects = new XMLParser(common)
const ordered = new XMLParser({ ...common, preserveOrder: true })
const simple = new XMLParser({ ...common, processEntities: false, trimValues: false })

export const fxp = entry('fast-xml-parser (object)', ({ text }) => objects.parse(text))
export const fxp_ordered = entry('fast-xml-parser (preserveOrder)', ({ text }) => ordered.parse(text))
export const fxp_bare = entry('fast-xml-parser (object, entities and trim off)', ({ text }) => simple.parse(text))
export const fxp_validator = entry(
  'fast-xml-parser XMLValidator only',
  ({ text }) => XMLValidator.validate(text) === true
)
export const fxp_checked = entry('fast-xml-parser XMLValidator + preserveOrder', ({ text }) =>
  ordered.parse(text, true)
)

/** Builds the tree of the hand-written scanner from events. */
const treeBuilder = () => {
  const root = makeNode('#document')
  const open = [root]
  const top = () => open[open.length - 1]
  return {
    root: () => root.children[0],
    onOpen: ({ attributes, name }) => {
      const node = makeNode(name, attributes)
      const parent = top()
      parent.children ??= []
      parent.children.push(node)
      open.push(node)
    },
    onClose: () => {
      open.pop()
    },
    onText: (text) => {
      const trimmed = text.trim()
      if (trimmed !== '') top().text += trimmed
    }
  }
}

const onError = (error) => {
  throw error
}

const saxesEvents = (options, { text }) => {
  const parser = new SaxesParser(options)
  let count = 0
  parser.on('opentag', () => {
    count++
  })
  parser.write(text).close()
  return count
}
export const saxes_events = entry('saxes (events, xmlns off)', (document) => saxesEvents({ xmlns: false }, document))
export const saxes_ns = entry('saxes (events, xmlns on)', (document) => saxesEvents({ xmlns: true }, document))
export const saxes_tree = entry('saxes (tree)', ({ text }) => {
  const parser = new SaxesParser({ xmlns: false })
  const tree = treeBuilder()
  parser.on('error', onError)
  parser.on('opentag', tree.onOpen)
  parser.on('closetag', tree.onClose)
  parser.on('text', tree.onText)
  parser.on('cdata', tree.onText)
  parser.write(text).close()
  return tree.root()
})

export const sax_events = entry('sax (strict, events)', ({ text }) => {
  let count = 0
  const onopentag = () => {
    count++
  }
  Object.assign(sax.parser(true), { onopentag }).write(text).close()
  return count
})
export const sax_tree = entry('sax (strict, tree)', ({ text }) => {
  const tree = treeBuilder()
  const { onClose: onclosetag, onOpen: onopentag, onText } = tree
  const handlers = { onclosetag, onopentag, ontext: onText, oncdata: onText, onerror: onError }
  Object.assign(sax.parser(true, { trim: true }), handlers)
    .write(text)
    .close()
  return tree.root()
})

const dom = new DOMParser({
  onError: (level, message) => {
    if (level !== 'warning') throw new Error(message)
  }
})
export const xmldom = entry('@xmldom/xmldom', ({ text }) => dom.parseFromString(text, 'text/xml').documentElement)

export const hand = entry('hand-written scanner (tree, floor in JavaScript)', ({ text }) => scan(text))

const decoder = new TextDecoder()
export const decode = entry('TextDecoder only (bytes → string)', ({ bytes }) => decoder.decode(bytes).length)
export const find_lt = entry("indexOf('<') over the text only", ({ text }) => {
  let count = 0
  for (let i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) count++
  return count
})

/** Remembers what was made of a document. */
const once = (make) => {
  const made = new WeakMap()
  return (document) => {
    if (!made.has(document)) made.set(document, make(document))
    return made.get(document)
  }
}
const asJson = once(({ text }) => JSON.stringify(scan(text)))
export const json_cache = entry('JSON.parse of the parsed tree (a cache file)', (document) =>
  JSON.parse(asJson(document))
)
const asBytes = once((document) => serialize(JSON.parse(asJson(document))))
export const v8_cache = entry('v8.deserialize of the parsed tree (a cache file)', (document) =>
  deserialize(asBytes(document))
)
