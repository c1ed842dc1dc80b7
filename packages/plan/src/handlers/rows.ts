/** What the tables of contracts are written with: a metadata key, a cryptographic key or a partner claim in a line each. */
import type { Evidence, KeyContract, MetadataContract, MetadataType, PartnerClaimContract } from './HandlerContract.ts'

export const text = { _tag: 'Text' } as const
export const boolean = { _tag: 'Boolean' } as const
export const url = { _tag: 'Url' } as const
export const claim = { _tag: 'Claim' } as const
export const contentDefinition = { _tag: 'ContentDefinition' } as const
export const claimsExchange = { _tag: 'ClaimsExchange' } as const
export const userJourney = { _tag: 'UserJourney' } as const
export const oneOf = (...values: ReadonlyArray<string>): MetadataType => ({ _tag: 'OneOf', values })
export const integer = (minimum?: number, maximum?: number): MetadataType => ({
  _tag: 'Integer',
  ...(minimum === undefined ? {} : { minimum }),
  ...(maximum === undefined ? {} : { maximum })
})

/** A metadata key. */
export const item = <const Key extends string>(
  key: Key,
  type: MetadataType,
  evidence: Evidence,
  summary: string,
  more: Pick<MetadataContract, 'required' | 'default' | 'aliases' | 'unused'> = {}
) => ({ key, type, evidence, summary, ...more })

/** A metadata key that holds a text for the user; `byDefault` is B2C's own. */
export const message = <const Key extends string>(
  key: Key,
  evidence: Evidence,
  byDefault: string | undefined,
  summary: string,
  args: ReadonlyArray<string> = []
) =>
  item(
    key,
    { _tag: 'Message', arguments: args },
    evidence,
    summary,
    byDefault === undefined ? {} : { default: byDefault }
  )

/** A cryptographic key that must be there. */
export const requiredKey = (id: string, summary: string): KeyContract => ({ id, required: true, summary })

/** A cryptographic key that may be there. */
export const optionalKey = (id: string, summary: string): KeyContract => ({ id, required: false, summary })

/** A cryptographic key that policies carry without an effect. */
export const unusedKey = (id: string, summary: string): KeyContract => ({ id, required: false, summary, unused: true })

type When = PartnerClaimContract['when']

/** An input claim that the handler needs. */
export const needs = (name: string, summary: string, when?: When): PartnerClaimContract =>
  partner('InputClaims', true, name, summary, when)

/** An input claim that the handler reads when it is there. */
export const reads = (name: string, summary: string, when?: When): PartnerClaimContract =>
  partner('InputClaims', false, name, summary, when)

/** An output claim that the handler gives. */
export const gives = (name: string, summary: string, when?: When): PartnerClaimContract =>
  partner('OutputClaims', false, name, summary, when)

const partner = (
  collection: PartnerClaimContract['in'],
  required: boolean,
  name: string,
  summary: string,
  when: When
): PartnerClaimContract => ({ name, in: collection, required, summary, ...(when === undefined ? {} : { when }) })
