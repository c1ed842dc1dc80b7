/** Binds the claim references of a technical profile to slots, partner names and default values. */
import { type ClaimSlot, compileText, ConversionFailure, parseValue, resolveClaim } from '@trustframe/claims'
import {
  type ClaimReference,
  findPlaceholders,
  keyOf,
  type Placeholder,
  type TechnicalProfile,
  type Text
} from '@trustframe/policy'
import type { ClaimBinding, DefaultValue } from '../plan/ClaimBinding.ts'
import { didYouMean, originOf, type CompileContext } from './CompileContext.ts'

/** Where the default values of a profile may hold claims resolvers. */
export type Resolving =
  /** Never: braces are text. */
  | 'never'
  /** By the metadata `IncludeClaimResolvingInClaimsHandling`. */
  | 'bySwitch'
  /** Without a switch, as in a relying party's claims. */
  | 'always'

/** Whether default values of `profile` are resolved. */
export const resolves = (profile: TechnicalProfile, resolving: Resolving): boolean =>
  resolving === 'always' ||
  (resolving === 'bySwitch' &&
    profile.metadata.some(
      ({ key, value }) =>
        keyOf(key.value) === 'includeclaimresolvinginclaimshandling' &&
        ['true', '1'].includes(value.value.toLowerCase())
    ))

const bindDefault = (
  context: CompileContext,
  claim: ClaimSlot,
  text: Text,
  resolving: boolean
): DefaultValue | undefined => {
  const compiled = compileText(text.value)
  if (resolving && (compiled.dynamic || compiled.problems.length > 0)) {
    for (const { message } of compiled.problems) context.report('TF2025', text.span, { message })
    return {
      _tag: 'Resolved',
      template: text.value,
      evaluate: (resolvers) => {
        const value = resolveClaim(compiled, claim.dataType, resolvers)
        // What a request holds may fit no data type; such a resolver gives no value, as an absent one does.
        return value instanceof ConversionFailure ? undefined : value
      }
    }
  }
  const value = parseValue(claim.dataType, text.value)
  if (value instanceof ConversionFailure) {
    // A placeholder that was not replaced is reported as such; the conversion would only repeat it.
    if (findPlaceholders(text).length === 0) {
      context.report('TF2015', text.span, {
        message: `the default value of claim "${claim.id}" is no ${claim.dataType}: ${value.reason}`,
        help: 'Input string was not in a correct format'
      })
    }
    return undefined
  }
  return { _tag: 'Constant', value }
}

/** A claim reference of `profile`, bound; `undefined` (and a finding) when its claim type is not declared. */
export const bindClaim = (
  context: CompileContext,
  profile: TechnicalProfile,
  reference: ClaimReference,
  resolving: Resolving
): ClaimBinding | undefined => {
  const claim = context.claim(reference.claimTypeReferenceId)
  if (claim === undefined) return undefined
  const claimType = context.policy.claimTypes.get(keyOf(claim.id))
  const protocol = profile.protocol?.name.value.toLowerCase()
  const byProtocol = claimType?.defaultPartnerClaimTypes.find((item) => item.protocol.value.toLowerCase() === protocol)
  return {
    claim,
    partnerName: reference.partnerClaimType?.value ?? byProtocol?.partnerClaimType.value ?? claim.id,
    defaultValue:
      reference.defaultValue === undefined
        ? undefined
        : bindDefault(context, claim, reference.defaultValue, resolves(profile, resolving)),
    alwaysUseDefaultValue: reference.alwaysUseDefaultValue,
    required: reference.required,
    secret: context.secrets.has(claim.slot),
    origin: originOf(reference.span)
  }
}

/** All references that could be bound, in order. */
export const bindClaims = (
  context: CompileContext,
  profile: TechnicalProfile,
  references: ReadonlyArray<ClaimReference>,
  resolving: Resolving
): ReadonlyArray<ClaimBinding> =>
  references.flatMap((reference) => bindClaim(context, profile, reference, resolving) ?? [])

/** A placeholder that nobody replaced: neither a setting nor an input claim. */
export const reportPlaceholder = (
  context: CompileContext,
  { name, span }: Placeholder,
  where: string,
  candidates: Iterable<string>
): void =>
  context.report('TF2004', span, {
    message: `{${name}} in ${where} is neither a setting nor an input claim that is put there`,
    help: didYouMean(name, candidates, `set it, for example with --set ${name}=…, or in the environment's settings`)
  })

/** All placeholders of a text that no run-time value can stand for; a name with a colon is a claims resolver. */
export const reportPlaceholders = (context: CompileContext, text: Text, where: string): void => {
  for (const placeholder of findPlaceholders(text)) {
    if (!placeholder.name.includes(':')) reportPlaceholder(context, placeholder, where, [])
  }
}
