/** Profiles of the tenant's own services: telemetry, Conditional Access, what the engine knows. */
import type { Answer } from '@trustframe/core/journey'
import { describe, expect, it } from 'vitest'
import { Journey, type StartOptions, type World } from '../support/Journey.ts'
import {
  claim,
  compile,
  exchange,
  field,
  page,
  type Parts,
  profile,
  type ProfileParts,
  send
} from '../support/policy.ts'

const claims = claim('event') + claim('policy') + claim('x') + field('name')

const start = (parts: Parts, world: World, options: StartOptions = {}) =>
  new Journey(compile(parts), world).start(options)

const bound = (item: 'InputClaim' | 'OutputClaim', id: string, partner: string, more = '') =>
  `<${item} ClaimTypeReferenceId="${id}" PartnerClaimType="${partner}" ${more} />`

const insights = (more: ProfileParts = {}) =>
  profile('Log', {
    handler: 'insights',
    input:
      bound('InputClaim', 'event', 'eventName', 'DefaultValue="SignIn"') +
      bound('InputClaim', 'policy', '{property:Policy}', 'DefaultValue="{Policy:PolicyId}"') +
      bound('InputClaim', 'x', '{property:X}'),
    ...more,
    metadata: { InstrumentationKey: 'key', ...more.metadata }
  })

const logging = (more: ProfileParts = {}, answer: Answer = { _tag: 'Noted' }) =>
  start(
    { claims, profiles: insights(more), steps: exchange(1, 'Log') + send(2) },
    {
      ports: { RecordTelemetry: () => answer }
    }
  )

describe('Application Insights', () => {
  it('sends the event with the properties that have a value, resolvers without a switch', () => {
    expect(logging({ metadata: { DeveloperMode: 'true' } }).requests).toEqual([
      {
        _tag: 'RecordTelemetry',
        event: {
          technicalProfile: 'Log',
          name: 'SignIn',
          properties: { Policy: 'B2C_1A_Test' },
          instrumentationKey: 'key',
          developerMode: true,
          correlationId: '6d3bb0ad-6a3c-4b9b-9d2b-7f6f8c3f2a11'
        }
      }
    ])
  })

  it.each<[why: string, more: ProfileParts]>([
    ['DisableTelemetry is true', { metadata: { DisableTelemetry: 'true' } }],
    [
      'DisableTelemetry is written with a space after it, as in its documentation',
      { metadata: { 'DisableTelemetry ': 'true' } }
    ],
    ['no input claim is the name of the event', { input: bound('InputClaim', 'x', '{property:X}') }],
    ['the name of the event is empty', { input: bound('InputClaim', 'event', 'eventName', 'DefaultValue=""') }]
  ])('sends nothing, and the journey goes on, when %s', (_, more) => {
    const journey = logging(more)
    expect(journey.asked).toEqual([])
    expect(journey.where).toBe('token')
  })

  it('never stops a journey', () => {
    expect(logging({}, { _tag: 'PortMissing', port: 'Telemetry' }).where).toBe('token')
  })
})

const access = (operation: string, input: string, output = '') =>
  profile('Access', { handler: 'access', metadata: { OperationType: operation }, input, output })

const evaluate = (
  input: string,
  options: StartOptions = {},
  answer: Answer = { _tag: 'AccessEvaluated', challenges: [] }
) =>
  start(
    {
      claims:
        claims +
        claim('methods', '', 'stringCollection') +
        claim('federated', '', 'boolean') +
        claim('registered', '', 'boolean') +
        claim('challenges', '', 'stringCollection'),
      profiles: access('Evaluation', input, bound('OutputClaim', 'challenges', 'Challenges')),
      steps: exchange(1, 'Access') + send(2)
    },
    { ports: { EvaluateAccess: () => answer } },
    options
  )

describe('Conditional Access', () => {
  const input =
    bound('InputClaim', 'objectId', 'UserId') +
    bound('InputClaim', 'methods', 'AuthenticationMethodsUsed') +
    bound('InputClaim', 'federated', 'IsFederated', 'DefaultValue="false"') +
    bound('InputClaim', 'registered', 'IsMfaRegistered')

  it('is asked about the user, the methods and the request', () => {
    const journey = evaluate(input, { claims: { objectId: '42', methods: ['Password'], registered: true } })
    expect(journey.requests).toEqual([
      {
        _tag: 'EvaluateAccess',
        evaluation: {
          userId: '42',
          authenticationMethodsUsed: ['Password'],
          isFederated: false,
          isMfaRegistered: true,
          policyId: 'B2C_1A_Test',
          clientId: 'client',
          ipAddress: '203.0.113.7'
        }
      }
    ])
    expect(journey.claims['challenges']).toEqual([])
  })

  it('gives the challenges that the policy has to put to the person', () => {
    const answer: Answer = { _tag: 'AccessEvaluated', challenges: ['mfa', 'chg_pwd'] }
    expect(evaluate(input, { claims: { objectId: '42' } }, answer).claims['challenges']).toEqual(['mfa', 'chg_pwd'])
  })
})

const known = (output: string, options: StartOptions = {}) =>
  start(
    {
      claims: claims + claim('IP-Address') + claim('CorrelationId') + claim('HostName') + claim('kmsi', '', 'boolean'),
      profiles:
        page('Ask', { metadata: { 'setting.enableRememberMe': 'True' }, output: 'name' }) +
        profile('Ctx', { handler: 'context', output }),
      behaviors: '<SingleSignOn Scope="Tenant" KeepAliveInDays="30" />',
      steps: exchange(1, 'Ask') + exchange(2, 'Ctx') + send(3)
    },
    {},
    options
  ).act({ _tag: 'Submitted', values: { name: 'Ann' }, keepMeSignedIn: true })

describe('UserJourneyContext', () => {
  it('knows what the claims are named after, by their ids or their partner names', () => {
    expect(
      known(
        `<OutputClaim ClaimTypeReferenceId="IP-Address" /><OutputClaim ClaimTypeReferenceId="CorrelationId" /><OutputClaim ClaimTypeReferenceId="HostName" />${bound('OutputClaim', 'kmsi', 'KMSI')}${bound('OutputClaim', 'policy', 'PolicyId')}`
      ).claims
    ).toEqual({
      name: 'Ann',
      'IP-Address': '203.0.113.7',
      CorrelationId: '6d3bb0ad-6a3c-4b9b-9d2b-7f6f8c3f2a11',
      HostName: 'contoso.b2clogin.com',
      kmsi: true,
      policy: 'B2C_1A_Test'
    })
  })

  it('leaves a claim that it does not know to its default', () => {
    expect(known('<OutputClaim ClaimTypeReferenceId="x" DefaultValue="d" />').claims).toEqual({ name: 'Ann', x: 'd' })
  })
})
