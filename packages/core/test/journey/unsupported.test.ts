/** What Trustframe does not run: the journey ends there, and says which profile, on which line, and what can be done. */
import { adviseOn } from '@trustframe/core/journey'
import { describe, expect, it } from 'vitest'
import { Journey } from '../support/Journey.ts'
import {
  claim,
  compile,
  errorsOf,
  exchange,
  field,
  page,
  type Parts,
  policyText,
  profile,
  type ProfileParts,
  send,
  step
} from '../support/policy.ts'

const claims = field('name') + claim('x')

const lineOf = (parts: Parts, text: string): number =>
  policyText(parts)
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1

const handlers: ReadonlyArray<readonly [what: string, name: string, parts: ProfileParts]> = [
  ['SAML2', 'SAML2', { protocol: 'SAML2' }],
  ['WsFed', 'WsFed', { protocol: 'WsFed' }],
  ['WsTrust', 'WsTrust', { protocol: 'WsTrust' }],
  [
    'a CAPTCHA',
    'Web.TPEngine.Providers.CaptchaProvider',
    { handler: 'Web.TPEngine.Providers.CaptchaProvider', metadata: { Operation: 'GetChallenge' } }
  ],
  ['a handler that nobody knows', 'Contoso.Score', { handler: 'Contoso.Score' }]
]

const advice =
  'use OpenID Connect, OAuth 2 or a RESTful service instead, keep the journey from it with EnabledForUserJourneys Never, give the runtime a claims provider for its handler, or run the technical profiles around it with --profile'

describe('a technical profile of', () => {
  it.each(handlers)('%s ends the journey where it is reached', (_, name, parts) => {
    const policy: Parts = {
      claims,
      profiles: profile('Other', { ...parts, output: 'x' }),
      steps: exchange(1, 'Other') + send(2)
    }
    const { error } = new Journey(compile(policy)).start()
    expect(error).toMatchObject({
      tag: 'NotSupported',
      code: 'AADB2C',
      technicalProfile: 'Other',
      step: 1,
      origin: { file: 'Test.xml', line: lineOf(policy, '<TechnicalProfile Id="Other">') },
      description: `technical profile "Other" uses "${name}", which Trustframe does not run yet`
    })
    expect(adviseOn(error.tag)).toBe(advice)
  })

  it.each(handlers)('%s keeps no journey from running that does not reach it', (_, __, parts) => {
    const policy: Parts = {
      claims,
      profiles: profile('Other', { ...parts, output: 'x', enabled: 'Never' }),
      steps: exchange(1, 'Other') + send(2)
    }
    expect(new Journey(compile(policy)).start().where).toBe('token')
  })

  it('no protocol ends the journey with another word', () => {
    const silent = profile('Other', { protocol: 'None' }).replace('<Protocol Name="None" />', '')
    const policy: Parts = { claims, profiles: silent, steps: exchange(1, 'Other') + send(2) }
    expect(new Journey(compile(policy)).start().error).toMatchObject({
      tag: 'ProfileIncomplete',
      description: 'technical profile "Other" has no Protocol, so nothing can run it'
    })
  })

  it('a CAPTCHA that validates a page refuses it, and the trace has the reason', () => {
    const journey = new Journey(
      compile({
        claims,
        profiles:
          page('Ask', { output: 'name', validations: 'Other' }) +
          profile('Other', { handler: 'Web.TPEngine.Providers.CaptchaProvider', output: 'x' }),
        steps: exchange(1, 'Ask') + send(2)
      })
    ).start()
    expect(journey.submit({ name: 'Ann' }).page.message).toEqual({
      code: undefined,
      key: 'AADB2C',
      text: 'An exception has occurred.'
    })
    expect(journey.notes).toContainEqual(
      expect.objectContaining({ _tag: 'PageRefused', error: expect.objectContaining({ tag: 'NotSupported' }) })
    )
  })
})

describe('a step of type', () => {
  it.each(['ConsentScreen', 'ReviewScreen', 'UserDialog'])('%s is a relic', (type) => {
    expect(errorsOf({ claims, profiles: '', steps: step(1, type) + send(2) })).toEqual([
      `TF2042 step 1 of user journey "Journey" is of type "${type}", which is a relic of early versions and not run`
    ])
  })

  it('DeviceCode, which no version has, ends the journey that reaches it', () => {
    const { error } = new Journey(compile({ claims, profiles: '', steps: step(1, 'DeviceCode') + send(2) })).start()
    expect(error).toMatchObject({
      tag: 'NotSupported',
      step: 1,
      description: 'step 1 is of type "DeviceCode", which Trustframe does not run yet'
    })
  })
})

describe('an issuer of SAML assertions', () => {
  it('ends the journey with an error that names it', () => {
    const policy: Parts = {
      claims,
      profiles: profile('Saml', { protocol: 'SAML2', format: 'SAML2' }),
      steps: send(1, 'Saml')
    }
    expect(new Journey(compile(policy)).start().error).toMatchObject({
      tag: 'NotSupported',
      technicalProfile: 'Saml',
      origin: { line: lineOf(policy, '<TechnicalProfile Id="Saml">') },
      description: 'technical profile "Saml" issues SAML2, which Trustframe does not issue yet'
    })
  })
})
