/** The technical profiles that stubs answer, and which of them a request comes from. */
import { compileSingleProfile, type RestfulPlan } from '@trustframe/plan'
import type { Diagnostic, Policy } from '@trustframe/policy'
import { isRestful, type ProfileCall, type ServiceRequest } from '@trustframe/testing'

/** A profile with the requests that it makes. */
export interface StubProfile {
  readonly plan: RestfulPlan
  /** Host and port of its `ServiceUrl`, as in `api.contoso.com` or `localhost:3000`. */
  readonly host: string
  readonly origin: string
  readonly path: RegExp
  /** How much of the path is fixed: of two that match, the more precise one is meant. */
  readonly precision: number
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** The path of a `ServiceUrl`; a placeholder is one segment, or a part of one. */
const pathOf = ({ serviceUrl: { parts } }: RestfulPlan): { readonly path: RegExp; readonly precision: number } => {
  const text = parts.map((part) => (typeof part === 'string' ? part : '\0')).join('')
  const [, path = ''] = /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(text) ?? []
  const source = (path === '' ? '/' : path).split('\0').map(escape).join('([^/?#]*)')
  return { path: new RegExp(`^${source}$`), precision: path.replaceAll('\0', '').length }
}

const stubProfile = (plan: RestfulPlan): StubProfile | undefined => {
  const [origin] = /^https?:\/\/[^/?#]+/i.exec(plan.serviceUrl.template) ?? []
  if (origin === undefined) return undefined
  const url = new URL(origin)
  return { plan, host: url.host, origin: url.origin, ...pathOf(plan) }
}

/** The RESTful profiles of policies, each once. */
export const stubProfiles = (
  policies: ReadonlyArray<Policy>,
  only: ReadonlyArray<string>
): { readonly profiles: ReadonlyArray<StubProfile>; readonly diagnostics: ReadonlyArray<Diagnostic> } => {
  const wanted = new Set(only.map((id) => id.toLowerCase()))
  const profiles = new Map<string, StubProfile>()
  const diagnostics: Array<Diagnostic> = []
  for (const policy of policies) {
    for (const [id, profile] of policy.technicalProfiles) {
      if (!isRestful(profile) || (wanted.size > 0 && !wanted.has(id))) continue
      const compiled = compileSingleProfile(policy, profile.id.value)
      const work = compiled.plan?.steps[0]?.work
      const plan = work?._tag === 'ClaimsExchange' ? work.exchanges[0]?.profile.call : undefined
      const made = plan?._tag === 'Restful' ? stubProfile(plan) : undefined
      if (made === undefined) diagnostics.push(...compiled.diagnostics)
      else profiles.set(`${id} ${made.plan.serviceUrl.template}`, made)
    }
  }
  return { profiles: [...profiles.values()], diagnostics }
}

/** How many of the profile's input claims are in the request: profiles that share a URL are told apart by them. */
const likeness = ({ plan }: StubProfile, { body, headers, url }: ServiceRequest): number =>
  plan.inputClaims.filter(
    ({ partnerName }) =>
      (body !== undefined && partnerName in body) ||
      url.searchParams.has(partnerName) ||
      partnerName.toLowerCase() in headers
  ).length

/** The claims that the path of a request holds, so that secrets among them can be masked. */
const callOf = ({ path, plan }: StubProfile, { url }: ServiceRequest): ProfileCall => {
  const values = (path.exec(url.pathname) ?? []).slice(1)
  const input = plan.inputClaims.map((): string | undefined => undefined)
  let at = 0
  for (const part of plan.serviceUrl.parts) if (typeof part !== 'string') input[part.input] = values[at++]
  return { plan, input }
}

/** The profile that a request comes from, and the call that it is; `undefined` when none of them makes it. */
export const profileOf = (
  profiles: ReadonlyArray<StubProfile>,
  request: ServiceRequest
): { readonly profile: StubProfile; readonly call: ProfileCall } | undefined => {
  const [best] = profiles
    .filter(({ path, plan }) => plan.method === request.method && path.test(request.url.pathname))
    .toSorted((a, b) => b.precision - a.precision || likeness(b, request) - likeness(a, request))
  return best === undefined ? undefined : { profile: best, call: callOf(best, request) }
}
