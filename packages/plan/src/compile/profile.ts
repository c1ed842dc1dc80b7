/** Compiles technical profiles, each once per plan. */
import { keyOf, type Reference, type TechnicalProfile, type Text } from '@trustframe/policy'
import type { Located } from '../plan/Origin.ts'
import type { ProfileCall, ProfilePlan } from '../plan/ProfilePlan.ts'
import { bindClaims } from './bindClaim.ts'
import { type CompileContext, didYouMean, locate, originOf } from './CompileContext.ts'
import { compileEnabled } from './condition.ts'
import { compileRestful } from './restful.ts'
import { bindTransformation } from './transformation.ts'

/** The handler's type name without its assembly, or the protocol when it has none. */
export const handlerOf = (profile: TechnicalProfile): string => {
  const { protocol } = profile
  if (protocol === undefined) return ''
  return protocol.handler === undefined ? protocol.name.value : (protocol.handler.value.split(',')[0] ?? '').trim()
}

const messageKey =
  /^(?:DefaultUserMessage|UserMessage|DefaultMessage|DateTimeGreaterThan|AssertNumberError|LookupNotFound|ServiceThrottled)/i

const messagesOf = (profile: TechnicalProfile): ReadonlyMap<string, Located> =>
  new Map(
    profile.metadata
      .filter(({ key }) => messageKey.test(key.value))
      .map(({ key, value }) => [keyOf(key.value), locate(value)])
  )

const compileCall = (context: CompileContext, profile: TechnicalProfile): ProfileCall | undefined => {
  const handler = handlerOf(profile)
  switch (keyOf(handler)) {
    case 'web.tpengine.providers.restfulprovider':
      return compileRestful(context, profile)
    case 'web.tpengine.providers.claimstransformationprotocolprovider':
      return {
        _tag: 'ClaimsTransformation',
        outputClaims: bindClaims(context, profile, profile.outputClaims, 'bySwitch')
      }
    default:
      context.report('TF2021', profile.protocol?.span ?? profile.id.span, {
        message: `technical profile "${profile.id.value}" uses ${handler === '' ? 'no protocol' : `"${handler}"`}, which Trustframe does not run yet`,
        help: 'a journey that reaches it stops there; run one of its other profiles with --profile'
      })
      return { _tag: 'Unsupported', handler }
  }
}

const transformations = (context: CompileContext, references: ReadonlyArray<Reference>) =>
  references.flatMap((reference) => bindTransformation(context, reference) ?? [])

const compileNew = (context: CompileContext, profile: TechnicalProfile): ProfilePlan | undefined => {
  const call = compileCall(context, profile)
  if (call === undefined) return undefined
  return {
    id: profile.id.value,
    origin: originOf(profile.id.span),
    enabled: compileEnabled(context, profile),
    inputTransformations: transformations(context, profile.inputClaimsTransformations),
    call,
    outputTransformations: transformations(context, profile.outputClaimsTransformations),
    messages: messagesOf(profile)
  }
}

/** The plan of the technical profile that `reference` names, or `undefined` after findings. */
export const compileProfile = (context: CompileContext, reference: Text): ProfilePlan | undefined => {
  const key = keyOf(reference.value)
  const profile = context.policy.technicalProfiles.get(key)
  if (profile === undefined) {
    const names = [...context.policy.technicalProfiles.values()].map(({ id }) => id.value)
    context.report('TF2013', reference.span, {
      message: `technical profile "${reference.value}" is declared neither in this policy nor in its base policies`,
      help: didYouMean(reference.value, names, 'declare it in a ClaimsProvider')
    })
    return undefined
  }
  if (!context.profiles.has(key)) context.profiles.set(key, compileNew(context, profile))
  return context.profiles.get(key)
}
