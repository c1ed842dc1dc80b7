/** OAuth 2 and OAuth 1 identity providers, and what becomes of what they give. */
import type { Answer } from '@trustframe/core/journey'
import { describe, expect, it } from 'vitest'
import { Journey, type StartOptions, trailer, type World } from '../support/Journey.ts'
import {
  claim,
  compile,
  exchange,
  type Parts,
  profile,
  type ProfileParts,
  send,
  transformation
} from '../support/policy.ts'

const claims =
  claim('issuerUserId') +
  claim('identityProvider') +
  claim('alternativeSecurityId') +
  claim('displayName') +
  claim('token') +
  claim('seconds', '', 'int') +
  claim('hint')

const outputs =
  '<OutputClaim ClaimTypeReferenceId="issuerUserId" PartnerClaimType="id" /><OutputClaim ClaimTypeReferenceId="displayName" PartnerClaimType="name" DefaultValue="Nobody" /><OutputClaim ClaimTypeReferenceId="identityProvider" DefaultValue="red.com" AlwaysUseDefaultValue="true" />'

const oauth2 = (more: ProfileParts = {}): string =>
  profile('Red', {
    protocol: 'OAuth2',
    input: '<InputClaim ClaimTypeReferenceId="hint" PartnerClaimType="login_hint" />',
    output: outputs,
    ...more,
    metadata: {
      client_id: 'c',
      authorization_endpoint: 'https://red.test/authorize',
      AccessTokenEndpoint: 'https://red.test/token',
      ClaimsEndpoint: 'https://red.test/me',
      ...more.metadata
    }
  })

const oauth1 = profile('Red', {
  protocol: 'OAuth1',
  metadata: {
    client_id: 'c',
    request_token_endpoint: 'https://red.test/request',
    authorization_endpoint: 'https://red.test/authorize',
    access_token_endpoint: 'https://red.test/access'
  },
  output: outputs
})

const parts = (profiles: string, more: Partial<Parts> = {}): Parts => ({
  claims,
  profiles,
  steps: exchange(1, 'Red') + send(2),
  ...more
})

const world = (redeemed: Answer): World => ({
  ports: {
    PrepareAuthorization: () => ({
      _tag: 'AuthorizationPrepared',
      url: 'https://red.test/authorize?x',
      memory: { secret: 's' }
    }),
    RedeemAuthorization: () => redeemed
  }
})

const proved: Answer = {
  _tag: 'IdentityProved',
  claims: { id: '42', name: 'Ann', unlisted: 'x' },
  tokens: { access_token: 'at', expires_in: '3600' }
}

const start = (given: Parts, answer: Answer = proved, options: StartOptions = {}) =>
  new Journey(compile(given), world(answer)).start(options)

const returned = (given: Parts, answer: Answer = proved) =>
  start(given, answer).act({ _tag: 'Returned', parameters: { code: 'x' } })

describe('OAuth2', () => {
  it('asks with its input claims, and gives its output claims alone', () => {
    const journey = start(parts(oauth2()), proved, { claims: { hint: 'ann' } })
    expect(journey.requests[0]).toMatchObject({
      provider: { protocol: 'OAuth2', tokenEndpoint: 'https://red.test/token', claimsEndpoint: 'https://red.test/me' },
      parameters: { login_hint: 'ann' },
      redirectUri: 'https://contoso.b2clogin.com/contoso.onmicrosoft.com/oauth2/authresp'
    })
    journey.act({ _tag: 'Returned', parameters: { code: 'x' } })
    expect(journey.claims).toEqual({
      hint: 'ann',
      issuerUserId: '42',
      displayName: 'Ann',
      identityProvider: 'red.com'
    })
  })

  it('takes defaults for what the provider does not give', () => {
    const journey = returned(parts(oauth2()), { _tag: 'IdentityProved', claims: { id: '42' }, tokens: {} })
    expect(journey.claims).toMatchObject({ displayName: 'Nobody' })
  })

  it('gives the token response by {oauth2:…}', () => {
    const output =
      '<OutputClaim ClaimTypeReferenceId="token" PartnerClaimType="{oauth2:access_token}" /><OutputClaim ClaimTypeReferenceId="seconds" PartnerClaimType="{oauth2:expires_in}" />'
    expect(returned(parts(oauth2({ output }))).claims).toEqual({ token: 'at', seconds: 3600 })
  })

  it('runs its output transformations over what came', () => {
    const made = parts(oauth2({ after: 'Make' }), {
      transformations: transformation('Make', 'CreateAlternativeSecurityId', {
        input: 'issuerUserId:key identityProvider:identityProvider',
        output: 'alternativeSecurityId:alternativeSecurityId'
      })
    })
    expect(returned(made).claims).toMatchObject({
      alternativeSecurityId: '{"issuer":"red.com","issuerUserId":"NDI="}'
    })
  })

  it('looks for an error where ResponseErrorCodeParamName says', () => {
    const named = parts(oauth2({ metadata: { ResponseErrorCodeParamName: 'error_code' } }))
    const journey = start(named).act({ _tag: 'Returned', parameters: { error_code: 'denied' } })
    expect(journey.error.relyingParty.error_description).toBe(
      `AADB2C90273: An invalid response was received : 'Error: denied,Error Description: '${trailer}`
    )
  })

  it('that does not know the client says so in its words', () => {
    const rejected: Answer = { _tag: 'ProviderFailed', reason: 'ClientRejected', error: 'invalid_client', detail: '' }
    expect(returned(parts(oauth2()), rejected).error.relyingParty).toEqual({
      error: 'server_error',
      error_description: `AADB2C90289: We encountered an 'invalid_client' error connecting to the identity provider. Please try again later.${trailer}`
    })
  })

  it('that gives a claim of another type ends the journey with AADB2C90273', () => {
    const output = '<OutputClaim ClaimTypeReferenceId="seconds" PartnerClaimType="name" />'
    expect(returned(parts(oauth2({ output }))).error).toMatchObject({ tag: 'ClaimUnreadable', code: 'AADB2C90273' })
  })
})

describe('OAuth1', () => {
  it('comes back to an address of the policy, in lower case', () => {
    expect(start(parts(oauth1)).requests[0]).toMatchObject({
      provider: { protocol: 'OAuth1', requestTokenEndpoint: 'https://red.test/request' },
      redirectUri: 'https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1a_test/oauth1/authresp'
    })
  })

  it('is redeemed with the verifier, and the secret that the port remembered', () => {
    const journey = start(parts(oauth1)).act({
      _tag: 'Returned',
      parameters: { oauth_token: 't', oauth_verifier: 'v' }
    })
    expect(journey.requests[1]).toMatchObject({
      _tag: 'RedeemAuthorization',
      returned: { oauth_token: 't', oauth_verifier: 'v' },
      memory: { secret: 's' }
    })
    expect(journey.claims).toMatchObject({ issuerUserId: '42', displayName: 'Ann' })
  })
})

describe('an identity provider for which the runtime has no port', () => {
  it('ends the journey with an error that names port and profile', () => {
    const journey = new Journey(compile(parts(oauth2())), {
      ports: { PrepareAuthorization: () => ({ _tag: 'PortMissing', port: 'IdentityProviders' }) }
    }).start()
    expect(journey.error).toMatchObject({
      tag: 'PortMissing',
      technicalProfile: 'Red',
      description: 'technical profile "Red" needs the port IdentityProviders, which this runtime does not provide'
    })
  })
})
