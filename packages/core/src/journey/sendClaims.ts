/** What a `SendClaims` step makes of the bag: the content of a token, a user info answer, or an error. */
import {
  type ClaimsBag,
  type ClaimSlot,
  formatValue,
  type Json,
  stringifyJson,
  toJson,
  toTokenJson
} from '@trustframe/claims'
import type { ClaimBinding, IssuerPlan, OAuth2ErrorPlan } from '@trustframe/plan/plan'
import { putOutput } from './bag.ts'
import type { JourneyError } from './JourneyError.ts'
import { plainError, textError } from './makeError.ts'
import type { Run } from './Run.ts'
import type { SentClaims } from './SentClaims.ts'

/** Claims by partner name, as the bag and the defaults have them. Source: execution section 7. */
const named = (run: Run, bindings: ReadonlyArray<ClaimBinding>): Readonly<Record<string, Json>> => {
  const claims: Record<string, Json> = {}
  const scratch: ClaimsBag = [...run.bag]
  for (const binding of bindings) {
    putOutput(scratch, binding, scratch[binding.claim.slot], run.resolvers)
    const value = scratch[binding.claim.slot]
    if (value !== undefined) claims[binding.partnerName] = toTokenJson(value)
  }
  return claims
}

/** By claim type id: what a refresh journey may read again. */
const kept = (run: Run, issuer: IssuerPlan | undefined): Readonly<Record<string, Json>> => {
  const claims: Record<string, Json> = {}
  const keep = ({ id, slot }: ClaimSlot) => {
    const value = run.bag[slot]
    if (value !== undefined && !run.plan.secrets.has(slot)) claims[id] = toJson(value)
  }
  for (const { claim } of run.plan.tokenClaims) keep(claim)
  const identity = issuer?.details._tag === 'Jwt' ? issuer.details.userIdentity : undefined
  if (identity !== undefined) keep(identity)
  return claims
}

const userIdentity = (run: Run, issuer: IssuerPlan | undefined): string | undefined => {
  const claim = issuer?.details._tag === 'Jwt' ? issuer.details.userIdentity : undefined
  const value = claim === undefined ? undefined : run.bag[claim.slot]
  return value === undefined ? undefined : formatValue(value)
}

/** What the step sends. */
export const sentClaims = (run: Run, issuer: IssuerPlan | undefined): SentClaims => {
  const details = issuer?.details
  const token = named(run, details?._tag === 'Json' ? details.claims : run.plan.tokenClaims)
  const subject = run.plan.subject === undefined ? undefined : token[run.plan.subject]
  const { journey, step } = run.current
  return {
    journey,
    step,
    token,
    subject: typeof subject === 'string' ? subject : subject === undefined ? undefined : stringifyJson(subject),
    userIdentity: userIdentity(run, issuer),
    claims: kept(run, issuer)
  }
}

const text = (run: Run, binding: ClaimBinding | undefined): string => {
  if (binding === undefined) return ''
  const scratch: ClaimsBag = [...run.bag]
  putOutput(scratch, binding, scratch[binding.claim.slot], run.resolvers)
  const value = scratch[binding.claim.slot]
  return value === undefined ? '' : formatValue(value)
}

/** The policy's own error for the application. Source: oauth2-error-technical-profile. */
export const policyError = (run: Run, issuer: IssuerPlan, details: OAuth2ErrorPlan): JourneyError => {
  const code = `AAD_Custom_${text(run, details.errorCode)}`
  const message = text(run, details.errorMessage)
  const parts = {
    tag: 'OAuth2Error',
    description: `technical profile "${issuer.technicalProfile}" answers the application with ${code}: ${message}`,
    origin: issuer.origin,
    technicalProfile: issuer.technicalProfile
  } as const
  return textError(run, parts, code, message, 'access_denied')
}

/** An issuer that cannot be used. */
export const unsupportedIssuer = (run: Run, { format, origin, technicalProfile }: IssuerPlan): JourneyError =>
  plainError(run, {
    tag: 'NotSupported',
    description: `technical profile "${technicalProfile}" issues ${format}, which Trustframe does not issue yet`,
    origin,
    technicalProfile
  })
