import { readFileSync } from 'node:fs'
import { assert, describe, it } from '@effect/vitest'
import { PolicyKeys, RestfulProvider, secretKey } from '@trustframe/core/ports'
import { CircuitStore, layerResilient } from '@trustframe/core/resilience'
import type { RestfulPlan } from '@trustframe/plan/plan'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { KeyMaterial, layerIdTokens, layerSigningKeys } from '@trustframe/tokens'
import { layerDiscoveryDocuments } from '../src/discovery/layerDiscoveryDocuments.ts'
import { layerIdentityProviders } from '../src/identityProviders/layerIdentityProviders.ts'
import { layerRestful } from '../src/layerRestful.ts'
import { layerUndici } from '../src/transport/layerUndici.ts'
import { openIdPlan, openIdProvider, redeem } from './support/identityProviders.ts'
import { keyReference, restfulPlan } from './support/plan.ts'
import { httpServer, json } from './support/servers.ts'

// The examples of the README, word for word.

export const layerProvider = (tokenService: string) =>
  layerResilient({ preset: 'b2c' }).pipe(
    Layer.provide(layerRestful({ hosts: { 'login.microsoftonline.com': tokenService } })),
    Layer.provide([
      layerUndici(),
      CircuitStore.layerMemory,
      PolicyKeys.layerMemory({
        B2C_1A_RestApiClientId: secretKey('client'),
        B2C_1A_RestApiClientSecret: secretKey('secret')
      })
    ])
  )

export const fetchToken = (tokenProfile: RestfulPlan) =>
  RestfulProvider.use(({ exchange }) =>
    exchange(tokenProfile, ['client_credentials', 'https://contoso/api/.default'])
  ).pipe(
    Effect.match({
      onSuccess: ({ body, attempts }) => ({ body, tries: attempts.length }),
      onFailure: (error) => ({ failure: error.failure._tag, message: error.message, tries: error.attempts.length })
    })
  )

export const layerFederation = layerIdentityProviders({ timeLimit: '5 seconds' }).pipe(
  Layer.provide([layerDiscoveryDocuments(), layerIdTokens()]),
  Layer.provide([
    layerUndici(),
    PolicyKeys.layerMemory({ B2C_1A_ContosoSecret: secretKey('secret') }),
    layerSigningKeys({ B2C_1A_Assertion: [{ material: KeyMaterial.GeneratedRsa() }] })
  ])
)

const tokenProfile = restfulPlan({
  sendClaimsIn: 'Form',
  serviceUrl: 'https://login.microsoftonline.com/contoso/oauth2/v2.0/token',
  authentication: {
    _tag: 'Basic',
    username: keyReference('BasicAuthenticationUsername', 'B2C_1A_RestApiClientId'),
    password: keyReference('BasicAuthenticationPassword', 'B2C_1A_RestApiClientSecret')
  },
  inputs: { grant: { partner: 'grant_type' }, scope: {} },
  outputs: { BearerToken: { partner: 'access_token' } }
})

describe('the examples of the README', () => {
  it('are those that are tested here', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const own = readFileSync(new URL(import.meta.url), 'utf8')
    const declarations = [...readme.matchAll(/```ts\n([^]*?)```/g)].flatMap(([, example = '']) =>
      example.split(/^(?=export const )/m).slice(1)
    )
    assert.strictEqual(declarations.length, 3)
    for (const declaration of declarations) assert.include(own, declaration.trim())
  })

  it.live('fetches a token', () =>
    Effect.gen(function* () {
      const { origin } = yield* httpServer(json({ access_token: 'T' }))
      const found = yield* Effect.provide(fetchToken(tokenProfile), layerProvider(origin))
      assert.deepStrictEqual(found, { body: { access_token: 'T' }, tries: 1 })
    })
  )

  it.live('signs in with an identity provider', () =>
    Effect.gen(function* () {
      const { origin } = yield* openIdProvider()
      const plan = openIdPlan(origin, {
        clientSecret: undefined,
        tokenEndpointAuthMethod: 'private_key_jwt',
        assertionSigningKey: keyReference('assertion_signing_key', 'B2C_1A_Assertion')
      })
      const answer = yield* Effect.provide(redeem(plan, { code: 'c-1' }), layerFederation)
      assert.strictEqual(answer._tag, 'IdentityProved')
    })
  )

  it.live('tells what went wrong', () =>
    Effect.gen(function* () {
      const { origin } = yield* httpServer(json({ error: 'invalid_client' }, 401))
      const found = yield* Effect.provide(fetchToken(tokenProfile), layerProvider(origin))
      assert.deepStrictEqual(found, {
        failure: 'StatusRejected',
        message: 'TechnicalProfile "R": the service answered 401 Unauthorized',
        tries: 1
      })
    })
  )
})
