/** What technical profiles and claims transformations do with claims, as a journey is followed: worked out once for each. */
import { findTransformation } from '@trustframe/claims'
import {
  type ClaimReference,
  type ClaimsTransformation,
  keyOf,
  type Precondition,
  remember,
  type Text
} from '@trustframe/policy'
import type { CheckedProfile } from '../CheckedPolicy.ts'
import { valueOf } from '../profileMetadata.ts'
import type { ClaimReader } from './journeyFlow.ts'

/** A claim and the key of its type. */
export interface KeyedClaim {
  readonly claim: Text
  readonly key: string
}

/** A claim that is read. */
export interface KeyedRead extends KeyedClaim {
  readonly by: ClaimReader
  /** Whether it has a default value for the case that nothing wrote it. */
  readonly defaulted: boolean
}

/** An input claim of a profile. */
export interface KeyedInput extends KeyedRead {
  /** What reads it where it has to be there. */
  readonly byNeed: ClaimReader
  readonly required: boolean
}

/** The claims of a technical profile. */
export interface ProfileClaims {
  readonly inputs: ReadonlyArray<KeyedInput>
  readonly persisted: ReadonlyArray<KeyedRead>
  readonly outputs: ReadonlyArray<KeyedClaim>
  /** In claims resolvers of default values. */
  readonly resolved: ReadonlyArray<KeyedRead>
  /** Keys of claims in claims resolvers of the metadata. */
  readonly mentioned: ReadonlyArray<string>
  /** The key of the claim that gets the address of the user. */
  readonly ipAddress: string | undefined
}

/** A text with the key of the claim type that it names. */
export const keyed = (claim: Text): KeyedClaim => ({ claim, key: keyOf(claim.value) })

const keyedReference = ({ claimTypeReferenceId }: ClaimReference): KeyedClaim => keyed(claimTypeReferenceId)

/** The claims that claims resolvers in a text name. */
const resolvedIn = (text: string): ReadonlyArray<string> =>
  text.includes('{') ? [...text.matchAll(/\{claim:([^{}]+)\}/gi)].map(([, id = '']) => id.trim()) : []

/** The claims of a technical profile. */
export const claimsOfProfile = remember((reader: CheckedProfile): ProfileClaims => {
  const { profile } = reader
  const { inputClaims, metadata, outputClaims, persistedClaims } = profile
  const byInput: ClaimReader = { _tag: 'Input', reader, required: false }
  const byNeed: ClaimReader = { _tag: 'Input', reader, required: true }
  const byStore: ClaimReader = { _tag: 'Persisted', reader }
  const byResolver: ClaimReader = { _tag: 'Resolver', reader }
  const ipAddress = valueOf(profile, 'IpAddressClaimReferenceId')
  return {
    inputs: inputClaims.map((claim) => ({
      ...keyedReference(claim),
      by: byInput,
      byNeed,
      required: claim.required,
      defaulted: claim.defaultValue !== undefined
    })),
    persisted: persistedClaims.map((claim) => ({
      ...keyedReference(claim),
      by: byStore,
      defaulted: claim.defaultValue !== undefined
    })),
    outputs: outputClaims.map(keyedReference),
    resolved: [inputClaims, persistedClaims, outputClaims].flatMap((claims) =>
      claims.flatMap(({ defaultValue }) =>
        defaultValue === undefined
          ? []
          : resolvedIn(defaultValue.value).map((value) => ({
              ...keyed({ value, span: defaultValue.span }),
              by: byResolver,
              defaulted: false
            }))
      )
    ),
    mentioned: metadata.flatMap(({ value }) => resolvedIn(value.value).map(keyOf)),
    ipAddress: ipAddress === undefined ? undefined : keyOf(ipAddress.value)
  }
})

/** What a claims transformation reads, and the keys of what it writes. */
export const claimsOfTransformation = remember(
  ({ id, inputClaims, outputClaims, transformationMethod }: ClaimsTransformation) => {
    const method = transformationMethod.value
    const contract = findTransformation(method)?.contract
    return {
      inputs: inputClaims.map(({ claimTypeReferenceId, transformationClaimType }): KeyedRead => {
        const slot = keyOf((transformationClaimType ?? claimTypeReferenceId).value)
        const input = contract?.inputs.find((candidate) => keyOf(candidate.slot) === slot)
        const fails = input?.whenAbsent === 'fails'
        const by: ClaimReader = { _tag: 'Transformation', id: id.value, method, fails }
        return { ...keyed(claimTypeReferenceId), by, defaulted: false }
      }),
      outputs: outputClaims.map(({ claimTypeReferenceId }) => keyOf(claimTypeReferenceId.value))
    }
  }
)

const byPrecondition: ClaimReader = { _tag: 'Precondition' }

/** The claims that a precondition looks at. */
export const claimsOfPrecondition = remember(({ type, values }: Precondition): ReadonlyArray<KeyedRead> => {
  // The second value of ClaimEquals is a text.
  const claims = keyOf(type.value) === 'claimequals' ? values.slice(0, 1) : values
  return claims.map((claim) => ({ ...keyed(claim), by: byPrecondition, defaulted: false }))
})
