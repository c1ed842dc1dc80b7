/** Compiles profiles that read a token which the request brings. */
import { keyOf, type TechnicalProfile } from '@trustframe/policy'
import { engine } from '../../handlers/engine.ts'
import type { TokenRulesPlan } from '../../plan/TokenRulesPlan.ts'
import { bindClaims } from '../bindClaim.ts'
import { type CompileContext, originOf } from '../CompileContext.ts'
import { optionalKey } from '../keys.ts'
import { readMetadata } from '../metadata.ts'
import { bindOutputs } from '../outputs.ts'

/** `["a", "b"]` or `a,b`. */
const list = (text: string | undefined): ReadonlyArray<string> =>
  (text ?? '')
    .replaceAll(/[[\]"]/g, '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/**
 * The profile of a `GetClaims` step or of a journey's authorization. Claims enter by its output claims, and by the input
 * claims of the relying party that it does not list. Source: id-token-hint.
 */
export const compileTokenRules = (context: CompileContext, profile: TechnicalProfile): TokenRulesPlan => {
  const metadata = readMetadata(context, profile, engine)
  const outputClaims = bindOutputs(context, profile, false)
  const relyingParty = context.policy.relyingParty?.technicalProfile
  const brought =
    relyingParty === undefined ? [] : bindClaims(context, relyingParty, relyingParty.inputClaims, 'always')
  const known = new Set(outputClaims.map(({ claim }) => claim.slot))
  const url = metadata.text('METADATA')?.value
  return {
    _tag: 'TokenRules',
    id: profile.id.value,
    origin: originOf(profile.id.span),
    metadataUrl: url === undefined || keyOf(url) === '' ? undefined : url,
    key: optionalKey(profile, 'client_secret') ?? optionalKey(profile, 'issuer_secret'),
    issuers: list(metadata.text('issuer')?.value),
    audiences: list(metadata.text('IdTokenAudience')?.value ?? metadata.text('audience')?.value),
    inputClaims: [],
    outputClaims: [
      ...outputClaims,
      ...brought.flatMap((binding) =>
        known.has(binding.claim.slot) ? [] : [{ ...binding, path: [binding.partnerName] }]
      )
    ]
  }
}
