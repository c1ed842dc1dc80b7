/** Plain trees of elements that can be changed and written: for making wrong policies out of right ones. */
import type { XmlElement } from '../../src/index.ts'
import { oneOf, type Random } from './random.ts'

/** An element. */
export interface Tree {
  name: string
  attributes: Array<[name: string, value: string]>
  children: Array<Tree>
  /** Before the children. */
  text: string
  /** XML behind the children. */
  tail: string
}

/** An element without anything. */
export const tree = (name: string): Tree => ({ name, attributes: [], children: [], text: '', tail: '' })

/** The tree of an element. */
export const treeOf = (element: XmlElement): Tree => ({
  name: element.name,
  attributes: element.attributes.map(({ name, value }) => [name, value]),
  children: element.children.map(treeOf),
  text: element.children.length === 0 ? element.text : '',
  tail: ''
})

/** All elements of a tree. */
export const nodesOf = (root: Tree): ReadonlyArray<Tree> => [root, ...root.children.flatMap(nodesOf)]

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`)

/** The tree as a file. */
export const write = (root: Tree): string => {
  const element = ({ name, attributes, children, text, tail }: Tree, declaration: string): string => {
    const written = attributes.map(([attribute, value]) => ` ${attribute}="${escape(value)}"`).join('')
    const content = escape(text) + children.map((child) => element(child, '')).join('') + tail
    return `<${name}${declaration}${written}${content === '' ? '/>' : `>${content}</${name}>`}`
  }
  return element(root, ' xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06"')
}

const values: ReadonlyArray<string> = [
  ['', 'true', 'false', 'True', '1', '0', ' true ', 'abc', '-5', '+3', '2147483648', '-2147483648', '1.5', 'é'],
  ['OpenIdConnect', 'openidconnect', 'string', ' string', 'en', 'en-US', 'EN', 'Append', 'JWT', '0.3.0.0', '1.0.0'],
  ['https://a.b/c', 'a b', '~/x', 'urn:com:microsoft:x:1', 'http://x y', '%zz', 'a#b#c', ':', '//', 'a.'],
  ['00000000-0000-0000-0000-000000000000']
].flat()

const attributeNames = ['Id', 'Name', 'Key', 'Foo', 'Text', 'xml:lang', 'MergeBehavior', 'ReferenceId', 'id']

const tails = ['x', ' ', '<!--c-->', '<![CDATA[ ]]>', '<![CDATA[]]>', '&#160;', '<?p?>']

/** Changes one thing in a tree, which may be one that matters; answers what. */
export const mutate = (root: Tree, names: ReadonlyArray<string>, random: Random): string => {
  const nodes = nodesOf(root)
  const node = oneOf(nodes, random)
  const at = random(node.children.length + 1)
  const child = node.children[at]
  const attribute = node.attributes[random(node.attributes.length + 1)]
  switch (random(11)) {
    case 0:
      node.name = oneOf(names, random)
      return `renamed to ${node.name}`
    case 1:
      node.attributes = node.attributes.filter((other) => other !== attribute)
      return `${node.name} without ${attribute?.[0]}`
    case 2:
      if (attribute !== undefined) attribute[1] = oneOf(values, random)
      return `${node.name} with ${attribute?.join('=')}`
    case 3:
      if (child !== undefined) node.children.splice(at, 0, child)
      return `${child?.name} twice`
    case 4:
      node.children.splice(at, 1)
      return `${node.name} without ${child?.name}`
    case 5:
      node.children.splice(at, 2, ...node.children.slice(at, at + 2).toReversed())
      return `${child?.name} behind the next`
    case 6:
      node.tail = oneOf(tails, random)
      return `${node.tail} in ${node.name}`
    case 7:
      if (node.children.length === 0) node.text = oneOf(values, random)
      return `${node.name} with "${node.text}"`
    case 8: {
      const name = oneOf(attributeNames, random)
      if (node.attributes.every(([other]) => other !== name)) node.attributes.push([name, oneOf(values, random)])
      return `${node.name} with ${name}`
    }
    case 9:
      node.children.splice(at, 0, tree(oneOf(names, random)))
      return `something new in ${node.name}`
    default: {
      const other = structuredClone(oneOf(nodes, random))
      node.children.push(other)
      return `${other.name} in ${node.name}`
    }
  }
}
