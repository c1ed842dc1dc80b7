/** Compiles the session management of technical profiles, and how long the relying party's sessions last. */
import { keyOf, type Policy, type TechnicalProfile } from '@trustframe/policy'
import { contractOf } from '../handlers/index.ts'
import type { SessionBehaviorPlan, SessionPlan } from '../plan/SessionPlan.ts'
import { bindClaims } from './bindClaim.ts'
import { type CompileContext, didYouMean, originOf } from './CompileContext.ts'

const providers: ReadonlyMap<string, SessionPlan['provider']> = new Map([
  ['NoopSSOSessionProvider', 'Noop'],
  ['DefaultSSOSessionProvider', 'Default'],
  ['ExternalLoginSSOSessionProvider', 'ExternalLogin'],
  ['OAuthSSOSessionProvider', 'OAuth'],
  ['SamlSSOSessionProvider', 'Saml']
])

/** Without a session profile the default behaviour applies, unless `IncludeInSso` keeps the profile out of sessions. */
const unspecified = (profile: TechnicalProfile): SessionPlan => ({
  provider: profile.includeInSso?.value.toLowerCase() === 'false' ? 'Noop' : 'Unspecified',
  id: '',
  origin: originOf(profile.id.span),
  persistedClaims: [],
  outputClaims: []
})

/** `UseTechnicalProfileForSessionManagement`. Source: custom-policy-reference-sso. */
export const compileSession = (context: CompileContext, profile: TechnicalProfile): SessionPlan => {
  const reference = profile.useTechnicalProfileForSessionManagement?.referenceId
  if (reference === undefined) return unspecified(profile)
  const session = context.policy.technicalProfiles.get(keyOf(reference.value))
  if (session === undefined) {
    const names = [...context.policy.technicalProfiles.values()].map(({ id }) => id.value)
    context.report('TF2013', reference.span, {
      message: `technical profile "${reference.value}" is declared neither in this policy nor in its base policies`,
      help: didYouMean(reference.value, names, 'declare it in a ClaimsProvider')
    })
    return unspecified(profile)
  }
  const provider = providers.get(contractOf(session)?.name ?? '')
  if (provider === undefined) {
    context.report('TF2038', reference.span, {
      message: `technical profile "${session.id.value}" manages no sessions, but "${profile.id.value}" names it for session management`,
      help: 'name a profile whose handler is one of Web.TPEngine.SSO, such as SM-Noop'
    })
    return unspecified(profile)
  }
  return {
    provider,
    id: session.id.value,
    origin: originOf(session.id.span),
    persistedClaims: bindClaims(context, session, session.persistedClaims, 'bySwitch'),
    outputClaims: bindClaims(context, session, session.outputClaims, 'bySwitch')
  }
}

const scopes: ReadonlyArray<SessionBehaviorPlan['scope']> = [
  'Suppressed',
  'TrustFramework',
  'Tenant',
  'Application',
  'Policy'
]

const integer = (text: string | undefined, otherwise: number): number =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : otherwise

/** `UserJourneyBehaviors`; what is absent has B2C's default: one session per tenant, a day long, rolling. */
export const compileSessionBehavior = ({ relyingParty }: Policy): SessionBehaviorPlan => {
  const behaviors = relyingParty?.userJourneyBehaviors
  const { singleSignOn } = behaviors ?? {}
  return {
    scope: scopes.find((scope) => keyOf(scope) === keyOf(singleSignOn?.scope.value ?? '')) ?? 'Tenant',
    keepAliveInDays: integer(singleSignOn?.keepAliveInDays?.value, 0),
    expiry: behaviors?.sessionExpiryType?.value.toLowerCase() === 'absolute' ? 'Absolute' : 'Rolling',
    expiryInSeconds: integer(behaviors?.sessionExpiryInSeconds?.value, 86_400),
    enforceIdTokenHintOnLogout: singleSignOn?.enforceIdTokenHintOnLogout ?? false
  }
}
