/** Behavioural examples 13 to 19, 28 to 42 and 49 to 53, in a journey: what is sent, what becomes of the answer. */
import type { ClaimValue, Json } from '@trustframe/claims'
import type { ExchangeFailure } from '@trustframe/core'
import { describe, expect, it } from 'vitest'
import { Journey, type StartOptions, trailer } from '../support/Journey.ts'
import {
  claim,
  compile,
  exchange,
  type Parts,
  type ProfileParts,
  rest,
  send,
  setting,
  transformation
} from '../support/policy.ts'

const claims =
  ['a', 'b', 'x', 'lang', 'email', 'displayName', 'mail', 'loyaltyId', 'bearerToken', 'req', 'scope', 'grant_type']
    .map((id) => claim(id))
    .join('') +
  claim('loyaltyNumber', '', 'int') +
  claim('isNew', '', 'boolean') +
  claim('groups', '', 'stringCollection') +
  claim('age', '', 'int')

/** A journey whose second step is the call, as in the examples. */
const calling = (r: ProfileParts, more: Partial<Parts> = {}): Parts => ({
  claims,
  profiles: setting('First', 'b=1') + rest('R', r),
  steps: exchange(1, 'First') + exchange(2, 'R') + send(3),
  ...more
})

interface Called {
  readonly journey: Journey
  readonly sent: ReadonlyArray<ClaimValue | undefined> | undefined
}

const call = (parts: Parts, body: Json | undefined, options: StartOptions = {}): Called => {
  let sent: Called['sent']
  const journey = new Journey(compile(parts), {
    services: {
      R: (input) => {
        sent = input
        return { body }
      }
    }
  }).start(options)
  return { journey, sent }
}

type Bag = Readonly<Record<string, ClaimValue>>

const input = (id: string, more = '') => `<InputClaim ClaimTypeReferenceId="${id}" ${more} />`
const output = (id: string, partner: string, more = '') =>
  `<OutputClaim ClaimTypeReferenceId="${id}" PartnerClaimType="${partner}" ${more} />`

const resolving = { IncludeClaimResolvingInClaimsHandling: 'true' }
const always = 'AlwaysUseDefaultValue="true"'

describe('what is sent', () => {
  it.each<[example: number, what: string, r: ProfileParts, bag: Bag, parameters: StartOptions['parameters'], unknown]>([
    [14, 'a default', { input: input('a', 'DefaultValue="x"') }, {}, {}, ['x']],
    [14, 'the value of the bag', { input: input('a', 'DefaultValue="x"') }, { a: 'y' }, {}, ['y']],
    [14, 'a default that is always used', { input: input('a', `DefaultValue="x" ${always}`) }, { a: 'y' }, {}, ['x']],
    [15, 'nothing for a claim without a value', { input: 'a' }, {}, {}, [undefined]],
    [
      17,
      'what a resolver finds',
      { metadata: resolving, input: input('lang', `DefaultValue="{Culture:LCID}" ${always}`) },
      {},
      {},
      ['1033']
    ],
    [
      18,
      'its text, without the switch',
      { input: input('lang', `DefaultValue="{Culture:LCID}" ${always}`) },
      {},
      {},
      ['{Culture:LCID}']
    ],
    [
      19,
      'a parameter of the request',
      { metadata: resolving, input: input('lang', `DefaultValue="{OAUTH-KV:campaignId}" ${always}`) },
      {},
      { campaignId: 'hawaii' },
      ['hawaii']
    ]
  ])('example %i: %s', (_, __, r, bag, parameters = {}, sent) => {
    expect(call(calling(r), {}, { claims: bag, parameters }).sent).toEqual(sent)
  })

  it('example 13: what an input transformation of the same profile made', () => {
    const parts = calling(
      { before: 'Json', metadata: { ClaimUsedForRequestPayload: 'req' }, input: 'req' },
      {
        transformations: transformation('Json', 'GenerateJson', {
          input: 'email:k',
          output: 'req:outputClaim'
        })
      }
    )
    expect(call(parts, {}, { claims: { email: 'e' } }).sent).toEqual(['{"k":"e"}'])
  })

  it('example 16: nothing, when a required claim has no value', () => {
    const { journey, sent } = call(calling({ input: input('a', 'Required="true"') }), {})
    expect(sent).toBeUndefined()
    expect(journey.error).toMatchObject({
      tag: 'RequiredClaimMissing',
      description: 'the required input claim "a" has no value',
      step: 2
    })
  })

  it('example 28: the token of one call with the next', () => {
    const parts: Parts = {
      claims,
      profiles:
        rest('A', {
          metadata: { SendClaimsIn: 'Form', AuthenticationType: 'Basic' },
          keys: { BasicAuthenticationUsername: 'B2C_1A_U', BasicAuthenticationPassword: 'B2C_1A_P' },
          input: input('grant_type', 'DefaultValue="client_credentials"') + input('scope', 'DefaultValue="S"'),
          output: output('bearerToken', 'access_token')
        }) +
        rest('B', {
          metadata: { AuthenticationType: 'Bearer', UseClaimAsBearerToken: 'bearerToken' },
          input: 'bearerToken'
        }),
      steps: exchange(1, 'A') + exchange(2, 'B') + send(3)
    }
    const inputs: Array<unknown> = []
    const journey = new Journey(compile(parts), {
      services: {
        A: (given) => {
          inputs.push(given)
          return { body: { access_token: 'T', expires_in: 3599 } }
        },
        B: (given) => {
          inputs.push(given)
          return { body: {} }
        }
      }
    }).start()
    expect(inputs).toEqual([['client_credentials', 'S'], ['T']])
    expect(journey.claims).toEqual({ grant_type: 'client_credentials', scope: 'S', bearerToken: 'T' })
  })
})

describe('what becomes of the answer', () => {
  it.each<
    [example: number, what: string, r: ProfileParts, bag: Bag, body: Json | undefined, Readonly<Record<string, Json>>]
  >([
    [
      29,
      'claims have their types',
      {
        output: `${output('displayName', 'name')}${output('email', 'email')}${output('loyaltyNumber', 'loyaltyNumber')}`
      },
      {},
      { name: 'Emily', email: 'e@x', loyaltyNumber: 1234 },
      { displayName: 'Emily', email: 'e@x', loyaltyNumber: 1234 }
    ],
    [
      30,
      'a default for what is not there',
      { output: `${output('loyaltyId', 'MembershipId')}${output('isNew', 'isNew', 'DefaultValue="true"')}` },
      {},
      { MembershipId: 'M1' },
      { loyaltyId: 'M1', isNew: true }
    ],
    [31, 'nothing of what is not listed', { output: 'x' }, {}, { x: '1', other: '2' }, { x: '1' }],
    [32, 'an older value stays', { output: 'x' }, { x: 'old' }, {}, { x: 'old' }],
    [
      33,
      'a path leads into the answer',
      {
        metadata: { ResolveJsonPathsInJsonTokens: 'true' },
        output: output('mail', 'contacts[0].person.emails[0].email')
      },
      {},
      { contacts: [{ person: { emails: [{ email: 'e@x' }] } }] },
      { mail: 'e@x' }
    ],
    [
      35,
      'a path that leads nowhere',
      { metadata: { ResolveJsonPathsInJsonTokens: 'true' }, output: output('displayName', 'value[2].displayName') },
      {},
      { value: [{}, {}] },
      {}
    ],
    [36, 'no path without the switch', { output: output('a', 'x.y') }, {}, { x: { y: 1 } }, {}],
    [36, '… but a name', { output: output('a', 'x.y') }, {}, { 'x.y': 'z' }, { a: 'z' }],
    [37, 'a collection', { output: 'groups' }, {}, { groups: ['a', 'b'] }, { groups: ['a', 'b'] }],
    [38, 'an empty collection', { output: 'groups' }, {}, { groups: [] }, { groups: [] }],
    [39, 'null is nothing', { output: 'email' }, { email: 'old' }, { email: null }, { email: 'old' }],
    [40, 'an empty answer', {}, {}, undefined, {}],
    [40, '… and a default', { output: output('x', 'x', 'DefaultValue="d"') }, {}, undefined, { x: 'd' }]
  ])('example %i: %s', (_, __, r, bag, body, expected) => {
    const { journey } = call(calling(r), body, { claims: bag })
    expect(journey.where).toBe('token')
    expect(journey.claims).toEqual({ ...expected, b: '1' })
  })

  it('example 41: a value that does not fit its type fails the profile, and nothing is stored', () => {
    const { journey } = call(calling({ output: 'a age' }), { a: '1', age: 'abc' })
    expect(journey.claims).toEqual({ b: '1' })
    expect(journey.error).toMatchObject({ tag: 'ClaimUnreadable', technicalProfile: 'R' })
    expect(journey.error.description).toContain('"age" of the answer does not fit claim "age" of type int')
  })
})

const url = 'https://api.test/p'
const timeout: ExchangeFailure = { _tag: 'RequestTimeout', host: 'api.test', phase: 'headers', afterMillis: 10_000 }
const unresolved: ExchangeFailure = { _tag: 'DnsResolutionFailed', host: 'api.test', code: 'ENOTFOUND' }
const conflict = (reason: string) =>
  `AADB2C90075: The claims exchange 'R' specified in step '2' returned HTTP error response with Code 'Conflict' and Reason '${reason}'.`

describe('what the application receives of a call in step 2', () => {
  it.each<[example: number, what: string, metadata: Readonly<Record<string, string>>, ExchangeFailure, string]>([
    [
      49,
      'HTTP 404',
      {},
      { _tag: 'StatusRejected', status: 404, reason: '' },
      "AADB2C90075: The claims exchange 'R' specified in step '2' returned HTTP error response with Code 'NotFound' and Reason 'Not Found'."
    ],
    [
      51,
      'no answer',
      {},
      timeout,
      conflict(
        `Failed to establish connection to restful service end point within timeout limit 10 seconds. Restful service URL: ${url}`
      )
    ],
    [52, 'no answer, in the words of the policy', { UserMessageIfRequestTimeout: 'Slow' }, timeout, conflict('Slow')],
    [52, 'no answer, in its default words', { DefaultUserMessageIfRequestFailed: 'Down' }, timeout, conflict('Down')],
    [
      53,
      'a host that does not resolve',
      {},
      unresolved,
      conflict(`Failed to resolve the hostname of the restful service endpoint. Restful service URL: ${url}`)
    ]
  ])('example %i: %s', (_, __, metadata, failure, description) => {
    const journey = new Journey(compile(calling({ metadata })), { services: { R: () => ({ failure }) } }).start()
    expect(journey.error.relyingParty).toEqual({
      error: 'server_error',
      error_description: `${description}${trailer}`
    })
  })
})
