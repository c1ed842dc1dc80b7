/** Finds the contract that a technical profile is under. */
import { keyOf, remember, type TechnicalProfile } from '@trustframe/policy'
import type { HandlerContract } from './HandlerContract.ts'
import { handlers } from './handlers.ts'

/** The type name of a handler, without its assembly: what stands before the first comma. */
export const typeNameOf = (handler: string): string => (handler.split(',', 1)[0] ?? '').trim()

const byTypeName: ReadonlyMap<string, HandlerContract> = new Map(
  handlers.flatMap((contract) => (contract.handler === undefined ? [] : [[keyOf(contract.handler), contract] as const]))
)

const byProtocol = (protocol: string): ReadonlyArray<HandlerContract> =>
  handlers.filter(
    ({ handler, kind, protocols }) => handler === undefined && kind !== 'relyingParty' && protocols.includes(protocol)
  )

type ProtocolParts = Pick<TechnicalProfile, 'metadata' | 'outputTokenFormat' | 'protocol'>

/**
 * The contract of a technical profile: by the type name of a proprietary handler, ignoring case; else by the protocol,
 * where `OutputTokenFormat` tells an issuer from an identity provider. Nothing for what no contract is about.
 */
export const contractOf = remember((profile: ProtocolParts): HandlerContract | undefined => {
  const { metadata, outputTokenFormat, protocol } = profile
  if (protocol === undefined) return undefined
  if (protocol.handler !== undefined) return byTypeName.get(keyOf(typeNameOf(protocol.handler.value)))
  const contracts = byProtocol(protocol.name.value)
  const has = (key: string) => metadata.some((item) => keyOf(item.key.value) === keyOf(key))
  const issuer = contracts.find(
    ({ issues }) =>
      issues !== undefined && issues.format === outputTokenFormat?.value && !issues.unlessMetadata.some(has)
  )
  return issuer ?? contracts.find(({ issues }) => issues === undefined)
})
