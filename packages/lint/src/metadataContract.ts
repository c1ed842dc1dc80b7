/** Finds what a contract says about a metadata key. */
import type { HandlerContract, MetadataContract } from '@trustframe/plan/handlers'
import { keyOf, remember, type Text } from '@trustframe/policy'
import type { CheckedProfile } from './CheckedPolicy.ts'
import { holdsPlaceholder } from './profileMetadata.ts'

interface Known {
  readonly byKey: ReadonlyMap<string, MetadataContract>
  readonly prefixes: ReadonlyArray<readonly [string, MetadataContract]>
}

const knownOf = remember((contract: HandlerContract): Known => ({
  byKey: new Map(
    contract.metadata.flatMap((item) => [item.key, ...(item.aliases ?? [])].map((key) => [keyOf(key), item] as const))
  ),
  prefixes: contract.metadata.flatMap((item) =>
    item.key.endsWith('*') ? [[keyOf(item.key.slice(0, -1)), item] as const] : []
  )
}))

/** The contract of a metadata key, ignoring case; nothing for a key that the handler does not know. */
export const metadataContract = (contract: HandlerContract, key: string): MetadataContract | undefined => {
  const { byKey, prefixes } = knownOf(contract)
  const wanted = keyOf(key)
  return byKey.get(wanted) ?? prefixes.find(([prefix]) => wanted.startsWith(prefix))?.[1]
}

/** The keys that a handler knows, its earlier names among them. */
export const metadataKeys = (contract: HandlerContract): ReadonlyArray<string> =>
  contract.metadata.flatMap(({ aliases, key }) => (key.endsWith('*') ? [] : [key, ...(aliases ?? [])]))

/** An item of metadata that its handler knows and uses. */
export interface KnownItem {
  /** As it is documented. */
  readonly key: string
  readonly type: MetadataContract['type']
  readonly value: Text
}

/** The items whose values can be judged: what a placeholder stands for is not known here. */
export const metadataOf = remember(({ contract, profile }: CheckedProfile): ReadonlyArray<KnownItem> =>
  contract === undefined
    ? []
    : profile.metadata.flatMap(({ key, value }): ReadonlyArray<KnownItem> => {
        const known = metadataContract(contract, key.value)
        if (known === undefined || known.unused === true || holdsPlaceholder(value.value)) return []
        return [{ key: known.key, type: known.type, value }]
      })
)
