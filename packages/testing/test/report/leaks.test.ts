import { compileSingleProfile } from '@trustframe/plan'
import { findLeaks } from '@trustframe/testing'
import { describe, expect, it } from 'vitest'
import { restful, scenarioOf } from '../support/policy.ts'

const planOf = (id: string, url: string) => {
  const { policy } = scenarioOf({}, { profiles: restful(id, { metadata: { ServiceUrl: url } }) })
  const work = compileSingleProfile(policy, id).plan?.steps[0]?.work
  const call = work?._tag === 'ClaimsExchange' ? work.exchanges[0]?.profile.call : undefined
  if (call?._tag !== 'Restful') throw new Error(`${id} is no RESTful profile`)
  return call
}

const plan = planOf('REST-GetProfile', 'https://api.contoso.com/users')

describe('a message leaks', () => {
  it.each([
    ['Ask https://api.contoso.com/users for help.', 'url', 'https://api.contoso.com/users'],
    ['API.contoso.com is down.', 'url', 'API.contoso.com'],
    ['Cannot reach 10.0.0.7:8080.', 'url', '10.0.0.7:8080'],
    ['rest-getprofile failed.', 'technicalProfile', 'rest-getprofile'],
    ['Something failed (AADB2C90075).', 'errorCode', 'AADB2C90075'],
    ['getaddrinfo ENOTFOUND', 'errorCode', 'ENOTFOUND'],
    ['It returned HTTP error response.', 'internals', 'HTTP error response'],
    ["Code 'Conflict'", 'internals', "Code 'Conflict'"],
    ['It answered with status code 500.', 'internals', 'status code 500'],
    ['The restful service is away.', 'internals', 'restful service'],
    ['Wrong code. stack trace 4711', 'details', 'stack trace 4711']
  ])('%s', (text, kind, found) => {
    expect(findLeaks(text, plan, ['stack trace 4711'])).toContainEqual({ kind, found })
  })

  it.each([
    'Sorry, something went wrong. Please try again later.',
    'Profile not found. Call us: +44 20 7946 0000.',
    'Version 1.2.3 is too old.',
    'The profile code is wrong.'
  ])('not: %s', (text) => {
    expect(findLeaks(text, plan)).toEqual([])
  })

  it.each([
    ['Login', 'Login failed.', []],
    ['Login', "The claims exchange 'Login' failed.", [{ kind: 'technicalProfile', found: "'Login'" }]],
    ['Are', 'Sorry, we are not there.', []],
    ['api', 'Our api is away.', []]
  ])('the id %s only where it is meant: %s', (id, text, leaks) => {
    expect(findLeaks(text, planOf(id, 'https://x.contoso.com/'))).toEqual(leaks)
  })
})
