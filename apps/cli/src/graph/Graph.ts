/** A graph as data, and how it is written in Mermaid and in DOT. */

/** What a node is, which decides its shape. */
export type NodeKind = 'step' | 'profile' | 'outside' | 'policy' | 'end'

export interface GraphNode {
  readonly id: string
  readonly label: string
  readonly kind: NodeKind
}

export interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly label?: string
  /** Drawn with dashes: it is taken under a condition. */
  readonly conditional?: boolean
}

export interface Graph {
  readonly title: string
  readonly nodes: ReadonlyArray<GraphNode>
  readonly edges: ReadonlyArray<GraphEdge>
}

const mermaidShapes: Readonly<Record<NodeKind, readonly [string, string]>> = {
  step: ['[', ']'],
  profile: ['(', ')'],
  outside: ['((', '))'],
  policy: ['[', ']'],
  end: ['([', '])']
}

const mermaidText = (text: string) => `"${text.replaceAll('"', '#quot;').replaceAll('\n', '<br/>')}"`

/** Numbers stand for ids, which may hold anything. */
const numbered = ({ nodes }: Graph): ReadonlyMap<string, string> =>
  new Map(nodes.map(({ id }, index) => [id, `n${index + 1}`]))

/** A Mermaid flowchart. */
export const mermaid = (graph: Graph): string => {
  const names = numbered(graph)
  const lines = graph.nodes.map(({ id, kind, label }) => {
    const [open, close] = mermaidShapes[kind]
    return `  ${names.get(id) ?? ''}${open}${mermaidText(label)}${close}`
  })
  const arrows = graph.edges.map(({ conditional, from, label, to }) => {
    const arrow = conditional === true ? '-.->' : '-->'
    const text = label === undefined ? '' : `|${mermaidText(label)}|`
    return `  ${names.get(from) ?? ''} ${arrow}${text} ${names.get(to) ?? ''}`
  })
  return ['---', `title: ${JSON.stringify(graph.title)}`, '---', 'flowchart TD', ...lines, ...arrows].join('\n')
}

const dotShapes: Readonly<Record<NodeKind, string>> = {
  step: 'box',
  profile: 'box, style=rounded',
  outside: 'ellipse',
  policy: 'note',
  end: 'doublecircle'
}

const dotText = (text: string) => JSON.stringify(text)

/** A Graphviz digraph. */
export const dot = (graph: Graph): string => {
  const names = numbered(graph)
  return [
    `digraph ${dotText(graph.title)} {`,
    `  label=${dotText(graph.title)};`,
    ...graph.nodes.map(
      ({ id, kind, label }) => `  ${names.get(id) ?? ''} [label=${dotText(label)}, shape=${dotShapes[kind]}];`
    ),
    ...graph.edges.map(({ conditional, from, label, to }) => {
      const attributes = [
        ...(label === undefined ? [] : [`label=${dotText(label)}`]),
        ...(conditional === true ? ['style=dashed'] : [])
      ]
      const list = attributes.length === 0 ? '' : ` [${attributes.join(', ')}]`
      return `  ${names.get(from) ?? ''} -> ${names.get(to) ?? ''}${list};`
    }),
    '}'
  ].join('\n')
}
