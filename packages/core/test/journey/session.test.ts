/** Single sign-on: what sessions answer for, and what journeys add to them. */
import { type SessionRecord, sessionKey } from '@trustframe/core/journey'
import { describe, expect, it } from 'vitest'
import { Journey, startMillis, type StartOptions } from '../support/Journey.ts'
import {
  claim,
  compile,
  content,
  exchange,
  field,
  page,
  type Parts,
  profile,
  rest,
  send,
  step
} from '../support/policy.ts'

const sessions =
  profile('SM-AAD', {
    handler: 'session',
    persisted: 'objectId name',
    output: '<OutputClaim ClaimTypeReferenceId="fromSession" DefaultValue="true" />'
  }) +
  profile('SM-Noop', { handler: 'noop' }) +
  profile('SM-Social', { handler: 'external', persisted: 'objectId' }) +
  profile('SM-Issuer', { handler: 'Web.TPEngine.SSO.OAuthSSOSessionProvider' }) +
  profile('SM-Saml', { handler: 'Web.TPEngine.SSO.SamlSSOSessionProvider' })

const claims = field('name') + field('password', 'Password') + claim('fromSession', '', 'boolean') + claim('x')

const parts = (session: string | undefined, more: Partial<Parts> = {}): Parts => ({
  claims,
  profiles: sessions + page('Ask', { output: 'name', ...(session === undefined ? {} : { session }) }),
  steps: exchange(1, 'Ask') + send(2),
  ...more
})

/** Signs in once, and starts again with the session that is left. */
const twice = (given: Parts, options: StartOptions = {}, after = 1000): Journey => {
  const plan = compile(given)
  const first = new Journey(plan, { services: { R: () => ({ body: { x: '1' } }) } }).start()
  if (first.where.startsWith('page')) first.submit({ name: 'Ann' })
  const second = new Journey(plan, first.world)
  second.millis += after
  const { session } = first
  return second.start({ ...options, ...(session === undefined ? {} : { session }) })
}

const rests = (include: string, session?: string) => ({
  ...parts(undefined),
  profiles:
    sessions +
    rest('R', { output: 'x', ...(session === undefined ? {} : { session }) }).replace(
      '<OutputClaims>',
      `${include}<OutputClaims>`
    ),
  steps: exchange(1, 'R') + send(2)
})

describe('the session provider of a profile', () => {
  it('Default answers in its place: persisted claims and defaults come back, and no page is shown', () => {
    const again = twice(parts('SM-AAD'))
    expect(again.where).toBe('token')
    expect(again.claims).toEqual({ name: 'Ann', fromSession: true })
  })

  it('Noop lets it run every time', () => {
    expect(twice(parts('SM-Noop')).where).toBe('page Ask')
  })

  // They are for issuers and SAML providers: what they note is for signing out.
  it.each(['SM-Issuer', 'SM-Saml'])('%s lets it run every time', (session) => {
    expect(twice(parts(session)).where).toBe('page Ask')
  })

  it('Default persists the claims that have a value', () => {
    const first = new Journey(compile(parts('SM-AAD'))).start().submit({ name: 'Ann' })
    expect(first.session?.entries['sm-aad']?.claims).toEqual({ name: 'Ann' })
  })

  it('that another profile shares answers for that one too', () => {
    const given = {
      ...parts(undefined),
      profiles:
        sessions +
        page('Ask', { output: 'name', session: 'SM-AAD' }) +
        page('Again', { output: 'name', session: 'SM-AAD' }),
      steps: exchange(1, 'Ask') + send(2)
    }
    const first = new Journey(compile(given)).start().submit({ name: 'Ann' })
    const { session } = first
    const other = compile({ ...given, steps: exchange(1, 'Again') + send(2) })
    expect(new Journey(other).start(session === undefined ? {} : { session }).where).toBe('token')
  })

  it('that none is named lets the default behaviour suppress the profile', () => {
    expect(twice(parts(undefined)).where).toBe('token')
  })

  it('that none is named never suppresses a page that asks for a password', () => {
    const given = { ...parts(undefined), profiles: sessions + page('Ask', { output: 'name password' }) }
    expect(twice(given).where).toBe('page Ask')
  })

  it('that none is named suppresses a RESTful profile, and IncludeInSso false does not', () => {
    expect(twice(rests('')).asked).toEqual([])
    expect(twice(rests('<IncludeInSso>false</IncludeInSso>')).asked).toEqual(['R'])
  })
})

describe('a session is ignored', () => {
  it.each<[string, StartOptions]>([
    ['with prompt=login', { parameters: { prompt: 'login' } }],
    ['when it is older than max_age', { parameters: { max_age: '0' } }]
  ])('%s', (_, options) => {
    expect(twice(parts('SM-AAD'), options).where).toBe('page Ask')
  })

  it('when it has expired', () => {
    expect(twice(parts('SM-AAD'), {}, 86_400_001).where).toBe('page Ask')
  })

  it.each<[string, Partial<Parts>, StartOptions]>([
    ['in a refresh', {}, { context: { grant: { claims: {}, issuedAtMillis: 0 } } }],
    ['in a NonInteractive journey', { journey: { attributes: 'NonInteractive="true"' } }, {}]
  ])('%s', (_, more, options) => {
    const given = { ...rests('', 'SM-AAD'), ...more }
    const first = new Journey(compile(rests('', 'SM-AAD')), { services: { R: () => ({ body: { x: '1' } }) } }).start()
    const { session } = first
    expect(session?.entries['sm-aad']?.profiles).toEqual(['r'])
    const again = new Journey(compile(given), first.world).start({
      ...options,
      ...(session === undefined ? {} : { session })
    })
    expect(again.asked).toEqual(['R'])
    expect(again.session).toBeUndefined()
  })

  it('when the scope is Suppressed', () => {
    expect(twice(parts('SM-AAD', { behaviors: '<SingleSignOn Scope="Suppressed" />' })).where).toBe('page Ask')
  })
})

const behaviors = (type: string) =>
  `<SingleSignOn Scope="Tenant" KeepAliveInDays="30" /><SessionExpiryType>${type}</SessionExpiryType><SessionExpiryInSeconds>900</SessionExpiryInSeconds>`

const later = (type: string): SessionRecord | undefined => {
  const again = twice(parts('SM-AAD', { behaviors: behaviors(type) }), {}, 600_000)
  return again.session
}

describe('the session that a journey leaves', () => {
  it('ends so long after its last use when it is Rolling, after its start when it is Absolute', () => {
    expect(later('Rolling')?.expiresAt).toBe(startMillis + 600_000 + 900_000)
    expect(later('Absolute')?.expiresAt).toBe(startMillis + 900_000)
  })

  it('keeps when credentials were entered, and which clients it served', () => {
    expect(later('Rolling')).toMatchObject({
      startedAt: startMillis,
      authenticatedAt: startMillis,
      clients: ['client']
    })
  })

  it('lasts KeepAliveInDays when the person asked for it on a page that offers it', () => {
    const given = {
      ...parts('SM-AAD', { behaviors: behaviors('Rolling') }),
      profiles:
        sessions + page('Ask', { metadata: { 'setting.enableRememberMe': 'True' }, output: 'name', session: 'SM-AAD' })
    }
    const journey = new Journey(compile(given)).start()
    journey.act({ _tag: 'Submitted', values: { name: 'Ann' }, keepMeSignedIn: true })
    expect(journey.session).toMatchObject({ keepMeSignedIn: true, expiresAt: startMillis + 30 * 86_400_000 })
  })
})

const provider = (id: string) =>
  profile(id, {
    protocol: 'OAuth2',
    metadata: {
      client_id: 'c',
      authorization_endpoint: 'https://idp.test/authorize',
      AccessTokenEndpoint: 'https://idp.test/token'
    },
    output: 'objectId',
    session: 'SM-Social'
  })

describe('an external provider that the session remembers', () => {
  const plan = compile({
    claims,
    content: content('api.select', '', 'providerselection:1.2.1'),
    profiles: sessions + provider('Red') + provider('Blue'),
    steps:
      step(
        1,
        'ClaimsProviderSelection',
        '<ClaimsProviderSelections><ClaimsProviderSelection TargetClaimsExchangeId="Red" /><ClaimsProviderSelection TargetClaimsExchangeId="Blue" /></ClaimsProviderSelections>',
        'ContentDefinitionReferenceId="api.select"'
      ) +
      exchange(2, 'Red Blue') +
      send(3)
  })
  const world = {
    ports: {
      PrepareAuthorization: () => ({ _tag: 'AuthorizationPrepared', url: 'https://idp.test/', memory: {} }) as const,
      RedeemAuthorization: () => ({ _tag: 'IdentityProved', claims: { objectId: '42' }, tokens: {} }) as const
    }
  }

  it('is asked again without a page', () => {
    const first = new Journey(plan, world).start().act({ _tag: 'Selected', exchange: 'Blue' })
    first.act({ _tag: 'Returned', parameters: { code: 'x' } })
    const { session } = first
    const again = new Journey(plan, world).start(session === undefined ? {} : { session })
    expect(again.where).toBe('redirect Blue')
    expect(again.notes).toContainEqual(expect.objectContaining({ _tag: 'ExchangeSelected', by: 'session' }))
  })
})

describe('sessionKey', () => {
  const identity = {
    policyId: 'B2C_1A_Test',
    tenantId: 'Contoso.onmicrosoft.com',
    tenantObjectId: undefined,
    trustFrameworkTenantId: 'contoso.onmicrosoft.com',
    deploymentMode: 'Production'
  } as const
  const behavior = {
    keepAliveInDays: 0,
    expiry: 'Rolling',
    expiryInSeconds: 900,
    enforceIdTokenHintOnLogout: false
  } as const

  it.each([
    ['Tenant', 'b/tenant/contoso.onmicrosoft.com'],
    ['Application', 'b/application/app'],
    ['Policy', 'b/policy/b2c_1a_test'],
    ['Suppressed', undefined]
  ] as const)('of scope %s is %s', (scope, key) => {
    expect(sessionKey('b', { ...behavior, scope }, identity, 'app')).toBe(key)
  })
})
