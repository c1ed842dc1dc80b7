/** Compiles technical profiles, each once per plan. */
import { keyOf, type Reference, type TechnicalProfile, type Text } from '@trustframe/policy'
import { contractOf, type HandlerContract, handlers, typeNameOf } from '../handlers/index.ts'
import type { Located } from '../plan/Origin.ts'
import type { ProfileCall, ProfilePlan } from '../plan/ProfilePlan.ts'
import { compileCustom } from './calls/custom.ts'
import { calls } from './calls/index.ts'
import { type CompileContext, didYouMean, locate, originOf } from './CompileContext.ts'
import { compileEnabled } from './condition.ts'
import { compileSession } from './session.ts'
import { bindTransformation } from './transformation.ts'

/** The handler's type name without its assembly, or the protocol when it has none. */
export const handlerOf = ({ protocol }: TechnicalProfile): string => {
  if (protocol === undefined) return ''
  return protocol.handler === undefined ? protocol.name.value : typeNameOf(protocol.handler.value)
}

const messageKey =
  /^(?:language\.|DefaultUserMessage|UserMessage|DefaultMessage|DateTimeGreaterThan|AssertNumberError|LookupNotFound|ServiceThrottled|AADRequestsThrottled)/i

const messagesOf = (profile: TechnicalProfile): ReadonlyMap<string, Located> =>
  new Map(
    profile.metadata
      .filter(({ key }) => messageKey.test(key.value.trim()))
      .map(({ key, value }) => [keyOf(key.value.trim()), locate(value)])
  )

/** B2C's own words for the messages of each handler, by key in lower case. */
const defaultMessages: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  handlers.map(({ metadata, name }) => [
    name,
    new Map(
      metadata.flatMap(({ default: text, key, type }) =>
        type._tag === 'Message' && text !== undefined ? [[keyOf(key), text] as const] : []
      )
    )
  ])
)

/** What can be done about a profile that is not run. */
const advice = (protocol: string): string =>
  ['saml2', 'wsfed', 'wstrust'].includes(keyOf(protocol))
    ? 'a journey that reaches it stops there; use an OpenID Connect or OAuth 2 provider, keep the profile from being offered with EnabledForUserJourneys Never, or run other profiles with --profile'
    : 'a journey that reaches it stops there; give the runtime a claims provider for this handler, or run one of the other profiles with --profile'

const unsupported = (context: CompileContext, profile: TechnicalProfile, kind: HandlerContract['kind'] | undefined) => {
  const handler = handlerOf(profile)
  // Session providers and issuers are not called by a step; what they are for is compiled where they are named.
  if (kind !== 'session' && kind !== 'issuer') {
    context.report('TF2021', profile.protocol?.span ?? profile.id.span, {
      message: `technical profile "${profile.id.value}" uses ${handler === '' ? 'no protocol' : `"${handler}"`}, which Trustframe does not run yet`,
      help: advice(profile.protocol?.name.value ?? '')
    })
  }
  return { _tag: 'Unsupported', handler } as const
}

const compileCall = (context: CompileContext, profile: TechnicalProfile): ProfileCall | undefined => {
  const compileOther = (reference: Text) => compileProfile(context, reference)
  const custom = compileCustom(context, profile, compileOther)
  if (custom !== undefined) return custom
  const contract = contractOf(profile)
  const compile = contract === undefined ? undefined : calls.get(contract.name)
  return compile === undefined ? unsupported(context, profile, contract?.kind) : compile(context, profile, compileOther)
}

const transformations = (context: CompileContext, profile: TechnicalProfile, references: ReadonlyArray<Reference>) =>
  references.flatMap((reference) => bindTransformation(context, reference, profile) ?? [])

const compileNew = (context: CompileContext, profile: TechnicalProfile): ProfilePlan | undefined => {
  const call = compileCall(context, profile)
  if (call === undefined) return undefined
  return {
    id: profile.id.value,
    origin: originOf(profile.id.span),
    displayName: profile.displayName?.value,
    enabled: compileEnabled(context, profile),
    session: compileSession(context, profile),
    inputTransformations: transformations(context, profile, profile.inputClaimsTransformations),
    call,
    outputTransformations: transformations(context, profile, profile.outputClaimsTransformations),
    messages: messagesOf(profile),
    defaultMessages: defaultMessages.get(contractOf(profile)?.name ?? '') ?? new Map()
  }
}

/** The technical profile that `reference` names, or a finding. */
export const findProfile = (context: CompileContext, reference: Text): TechnicalProfile | undefined => {
  const profile = context.policy.technicalProfiles.get(keyOf(reference.value))
  if (profile === undefined) {
    const names = [...context.policy.technicalProfiles.values()].map(({ id }) => id.value)
    context.report('TF2013', reference.span, {
      message: `technical profile "${reference.value}" is declared neither in this policy nor in its base policies`,
      help: didYouMean(reference.value, names, 'declare it in a ClaimsProvider')
    })
  }
  return profile
}

/** The plan of the technical profile that `reference` names, or `undefined` after findings. */
export const compileProfile = (context: CompileContext, reference: Text): ProfilePlan | undefined => {
  const key = keyOf(reference.value)
  const profile = findProfile(context, reference)
  if (profile === undefined) return undefined
  if (!context.profiles.has(key)) {
    // A profile that validates itself would never end; while it is compiled, it is not there.
    context.profiles.set(key, undefined)
    context.profiles.set(key, compileNew(context, profile))
  }
  return context.profiles.get(key)
}
