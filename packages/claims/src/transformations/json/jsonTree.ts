/** Builds JSON from paths such as `emails.0.address`. */
import type { Json } from '../../convert/json.ts'

type Branch = Map<string, Json | Branch>

const isBranch = (node: Json | Branch | undefined): node is Branch => node instanceof Map

const index = /^(?:0|[1-9]\d{0,3})$/

/** Why a path cannot be added. */
export type PathProblem = string

/** A JSON document that grows path by path; members keep the order of their first appearance. */
export class JsonTree {
  readonly #root: Branch = new Map()

  /** Adds a value at a path whose parts are names, or indexes from 0. */
  add(path: string, value: Json): PathProblem | undefined {
    const parts = path.split('.')
    const last = parts.pop() ?? ''
    let branch = this.#root
    for (const part of parts) {
      const next = branch.get(part)
      if (next !== undefined && !isBranch(next)) return `"${part}" in the path "${path}" already has a value`
      const child: Branch = next ?? new Map()
      branch.set(part, child)
      branch = child
    }
    if (branch.has(last)) return `the path "${path}" already has a value`
    branch.set(last, value)
    return undefined
  }

  /** The document: a branch whose parts are all indexes is an array, where an index that was left out is null. */
  toJson(): Json {
    return toJson(this.#root)
  }
}

const toJson = (branch: Branch): Json => {
  const valueOf = (node: Json | Branch): Json => (isBranch(node) ? toJson(node) : node)
  const keys = [...branch.keys()]
  if (keys.length > 0 && keys.every((key) => index.test(key))) {
    const length = Math.max(...keys.map(Number)) + 1
    return Array.from({ length }, (_, position) => valueOf(branch.get(String(position)) ?? null))
  }
  return Object.fromEntries([...branch].map(([name, node]) => [name, valueOf(node)]))
}
