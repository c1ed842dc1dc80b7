/** Finds the relying-party policies of a folder, each with the chain of files that it inherits. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { MalformedJson, parseJson } from '@trustframe/claims'
import { parsePolicy, type Policy, type PolicyFile, resolvePolicies } from '@trustframe/policy'
import { UsageError } from '../UsageError.ts'

/** A relying-party policy and where it came from. */
export interface Chain {
  /** The path of its file, below the folder. */
  readonly relyingParty: string
  /** Leaf first; empty when a base is nowhere to be found. */
  readonly files: ReadonlyArray<string>
}

/** An entry of `index.json`, as far as it is read. */
const isChain = (
  entry: unknown
): entry is { readonly relyingParty: string; readonly files: ReadonlyArray<string> | null } =>
  typeof entry === 'object' &&
  entry !== null &&
  'relyingParty' in entry &&
  typeof entry.relyingParty === 'string' &&
  'files' in entry &&
  (entry.files === null || (Array.isArray(entry.files) && entry.files.every((file) => typeof file === 'string')))

/** The chains that an `index.json` names, if the folder has one. */
const indexed = (folder: string): ReadonlyArray<Chain> | undefined => {
  const path = join(folder, 'index.json')
  if (!existsSync(path)) return undefined
  const index: unknown = parseJson(readFileSync(path, 'utf8'))
  if (index instanceof MalformedJson) throw new UsageError(`${path} cannot be read: its text ${index.reason}`)
  if (typeof index !== 'object' || index === null || !('chains' in index) || !Array.isArray(index.chains))
    return undefined
  return index.chains.filter(isChain).map(({ files, relyingParty }) => ({ relyingParty, files: files ?? [] }))
}

const read = (folder: string, path: string): PolicyFile =>
  parsePolicy({ path, bytes: readFileSync(join(folder, path)) })

interface Known {
  readonly path: string
  readonly file: PolicyFile
}

const idOf = ({ file }: Known) => file.policyId?.value.toLowerCase()

const hasRelyingParty = ({ file }: Known) => file.root?.children.some(({ name }) => name === 'RelyingParty') ?? false

/** The base of a file: the nearest file of that id, in its own folder first. */
const baseOf = (all: ReadonlyArray<Known>, { file, path }: Known): Known | undefined => {
  const wanted = file.basePolicy?.policyId.value.toLowerCase()
  if (wanted === undefined) return undefined
  const own = dirname(path)
  const distance = (other: Known) => relative(own, dirname(other.path)).length
  return all
    .filter((other) => other.path !== path && idOf(other) === wanted)
    .toSorted((left, right) => distance(left) - distance(right))[0]
}

/** The chains that the files themselves tell of. */
const discovered = (folder: string): ReadonlyArray<Chain> => {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.xml'))
    .toSorted()
    .map((path) => ({ path, file: read(folder, path) }))
  return all.filter(hasRelyingParty).map((leaf): Chain => {
    const files = [leaf.path]
    let current = leaf
    while (current.file.basePolicy !== undefined) {
      const base = baseOf(all, current)
      if (base === undefined || files.includes(base.path)) return { relyingParty: leaf.path, files: [] }
      files.push(base.path)
      current = base
    }
    return { relyingParty: leaf.path, files }
  })
}

/** The relying-party policies of a folder. */
export const chainsOf = (folder: string): ReadonlyArray<Chain> => {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageError(`there is no folder ${folder}; name one that holds policies`)
  }
  return indexed(folder) ?? discovered(folder)
}

/** Parameters of a request that the files of a chain read: `{OAUTH-KV:name}`. */
export const requestParametersOf = (folder: string, { files }: Chain): ReadonlyArray<string> => {
  const texts = files.map((path) => readFileSync(join(folder, path), 'utf8'))
  const names = texts.flatMap((text) => [...text.matchAll(/\{OAUTH-KV:([^{}]+)\}/gi)].map(([, name = '']) => name))
  return [...new Set(names)]
}

/** The effective policy of a chain, or why there is none. */
export const policyOf = (folder: string, { files }: Chain): Policy | string => {
  const [leaf] = files
  if (leaf === undefined) return 'one of its base policies is nowhere to be found'
  const lost = files.find((path) => !existsSync(join(folder, path)))
  if (lost !== undefined) return `there is no file ${lost}`
  const parsed = files.map((path) => read(folder, path))
  const id = parsed[0]?.policyId?.value
  if (id === undefined) return 'its file cannot be read as a policy'
  const { diagnostics, policy } = resolvePolicies(parsed).effective(id)
  return policy ?? diagnostics.map(({ message }) => message).join('; ')
}
