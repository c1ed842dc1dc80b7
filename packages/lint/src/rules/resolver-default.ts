/** A claims resolver counts only while its claim has no value, unless it is told to count always. */
import { compileText } from '@trustframe/claims'
import { type ClaimReference, keyOf, remember, type TechnicalProfile, type Text } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

/** Claims that take the value of a claims resolver unless they have one. */
const resolved = remember((profile: TechnicalProfile) => {
  const found: Array<{ readonly claim: ClaimReference; readonly key: string; readonly resolver: Text }> = []
  for (const claim of [...profile.inputClaims, ...profile.outputClaims]) {
    const { alwaysUseDefaultValue, defaultValue: resolver } = claim
    if (resolver === undefined || alwaysUseDefaultValue || !resolver.value.includes('{')) continue
    if (compileText(resolver.value).dynamic)
      found.push({ claim, key: keyOf(claim.claimTypeReferenceId.value), resolver })
  }
  return found
})

const written = remember(
  ({ outputClaims }: TechnicalProfile): ReadonlySet<string> =>
    new Set(outputClaims.map(({ claimTypeReferenceId }) => keyOf(claimTypeReferenceId.value)))
)

export const resolverDefault: Rule = {
  code: 'TF3114',
  name: 'resolver-default',
  title: 'claims resolver that an earlier value wins over',
  severity: 'advice',
  origin: 'b2c-fails',
  oncePerPlace: true,
  check: ({ profiles }, report) => {
    for (const { profile } of profiles) {
      for (const { claim, key, resolver } of resolved(profile)) {
        const id = claim.claimTypeReferenceId.value
        const other = profiles.find((candidate) => candidate.profile !== profile && written(candidate.profile).has(key))
        if (other === undefined) continue
        report(resolver.span, {
          message: `"${resolver.value}" does not count when "${id}" has a value already, as "${other.profile.id.value}" may give it`,
          help: 'add AlwaysUseDefaultValue="true"'
        })
      }
    }
  }
}
