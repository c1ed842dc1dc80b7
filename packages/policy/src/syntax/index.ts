/** The syntax of policy files: text, its places, and the tree of elements. For editors. */
export { decodePolicy, type DecodedPolicy } from './decodePolicy.ts'
export { parseXml, type ParsedXml } from './parseXml.ts'
export {
  locate,
  positionOf,
  sourceText,
  textOf,
  type Location,
  type Position,
  type Replacement,
  type SourceText,
  type Span
} from './SourceText.ts'
export { attributeOf, childOf, childrenOf, type XmlAttribute, type XmlElement } from './XmlElement.ts'
