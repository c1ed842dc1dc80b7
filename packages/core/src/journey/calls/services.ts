/** Runs profiles of the tenant's own services: Conditional Access, telemetry, claims providers of one's own. */
import { formatValue, isStringCollection } from '@trustframe/claims'
import type { ApplicationInsightsPlan, ConditionalAccessPlan, CustomPlan } from '@trustframe/plan/plan'
import { textError } from '../makeError.ts'
import { say } from '../messages.ts'
import { answerOf, ask, type CallRunner, done, failed } from './CallRunner.ts'
import { takeInputs } from './inputs.ts'
import { finishWith } from './store.ts'

/** `ConditionalAccessProtocolProvider`. Source: conditional-access-technical-profile. */
export const conditionalAccess: CallRunner<ConditionalAccessPlan> = {
  begin: (here) => {
    const { call, run } = here
    const inputs = takeInputs(here, call.inputClaims)
    if ('tag' in inputs) return failed(inputs)
    const userId = inputs.text('UserId')
    const list = (name: string) => {
      const value = inputs.value(name)
      return isStringCollection(value) ? value : value === undefined ? [] : [formatValue(value)]
    }
    if (call.operation === 'Remediation') {
      return ask(here, { _tag: 'RemediateAccess', userId, satisfied: list('ChallengesSatisfied') })
    }
    const evaluation = {
      userId,
      authenticationMethodsUsed: list('AuthenticationMethodsUsed'),
      isFederated: inputs.value('IsFederated') === true,
      isMfaRegistered: inputs.value('IsMfaRegistered') === true,
      policyId: run.plan.policy.policyId,
      clientId: run.context.parameters['client_id'],
      ipAddress: run.context.ipAddress
    }
    return ask(here, { _tag: 'EvaluateAccess', evaluation })
  },
  receive: (here, event) => {
    const answer = answerOf(event)
    return finishWith(
      here,
      here.call.outputClaims,
      answer._tag === 'AccessEvaluated' ? { Challenges: answer.challenges } : {}
    )
  }
}

const property = /^\{property:(.+)\}$/i

/** `AzureApplicationInsightsProvider`: whatever becomes of the event, the journey goes on. */
export const applicationInsights: CallRunner<ApplicationInsightsPlan> = {
  begin: (here) => {
    const { call, run } = here
    const inputs = takeInputs(here, call.inputClaims)
    if (call.disabled || 'tag' in inputs) return done
    const name = inputs.text('eventName')
    if (name === undefined || name === '') return done
    const properties = Object.fromEntries(
      Object.entries(inputs.texts()).flatMap(([partnerName, text]) => {
        const [, key] = property.exec(partnerName) ?? []
        return key === undefined ? [] : [[key, text]]
      })
    )
    const { developerMode, id, instrumentationKey } = call
    const { correlationId } = run.context
    const event = { technicalProfile: id, name, properties, instrumentationKey, developerMode, correlationId }
    return ask(here, { _tag: 'RecordTelemetry', event })
  },
  receive: () => done
}

/** A claims provider of the runtime's own. */
export const custom: CallRunner<CustomPlan> = {
  begin: (here) => {
    const inputs = takeInputs(here, here.call.inputClaims)
    return 'tag' in inputs ? failed(inputs) : ask(here, { _tag: 'CallCustom', plan: here.call, input: inputs.json() })
  },
  receive: (here, event) => {
    const { call, profile, run } = here
    const answer = answerOf(event)
    if (answer._tag === 'Claims') return finishWith(here, call.outputClaims, answer.claims)
    if (answer._tag !== 'Refused') throw new Error(`a claims provider does not answer "${answer._tag}"`)
    const { messageId, text, values } = answer
    const userMessage = say(run, profile, [{ key: messageId, values }], text)
    const parts = {
      tag: 'CustomRefused',
      description: `the claims provider of "${call.handler}" refused with message "${messageId}"`,
      userMessage,
      origin: profile.origin,
      technicalProfile: profile.id
    } as const
    return failed(textError(run, parts, 'AADB2C', userMessage.text))
  }
}
