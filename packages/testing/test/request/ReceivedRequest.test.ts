import { inspect } from 'node:util'
import { reply } from '@trustframe/testing'
import { describe, expect, it } from 'vitest'
import { claimType, type ProfileParts, scenarioOf } from '../support/policy.ts'

/** Secrets, none of which may be seen in what a test prints. */
const secrets = { token: 'opaque-bearer-value', password: 'correct horse', key: 'k-3333', id: 'client-1' } as const

const rows: ReadonlyArray<readonly [string, ProfileParts, string, Readonly<Record<string, string>>]> = [
  [
    'Basic credentials',
    {
      metadata: { AuthenticationType: 'Basic', SendClaimsIn: 'Form' },
      keys: '<Key Id="BasicAuthenticationUsername" StorageReferenceId="B2C_1A_Id" /><Key Id="BasicAuthenticationPassword" StorageReferenceId="B2C_1A_Secret" />',
      inputClaims:
        '<InputClaim ClaimTypeReferenceId="secretWord" PartnerClaimType="password" /><InputClaim ClaimTypeReferenceId="name" />'
    },
    'POST https://api.test/p {"password":"***","name":"Ada"}',
    { secretWord: secrets.password, name: 'Ada' }
  ],
  [
    'a bearer claim',
    {
      metadata: { AuthenticationType: 'Bearer', UseClaimAsBearerToken: 'token', SendClaimsIn: 'QueryString' },
      inputClaims: '<InputClaim ClaimTypeReferenceId="token" /><InputClaim ClaimTypeReferenceId="name" />'
    },
    'GET https://api.test/p?name=Ada',
    { token: secrets.token, name: 'Ada' }
  ],
  [
    'an API key',
    {
      metadata: { AuthenticationType: 'ApiKeyHeader', SendClaimsIn: 'Header' },
      keys: '<Key Id="x-contoso" StorageReferenceId="B2C_1A_Key" />',
      inputClaims: '<InputClaim ClaimTypeReferenceId="name" PartnerClaimType="X-Name" />'
    },
    'GET https://api.test/p',
    { name: 'Ada' }
  ],
  [
    'a secret claim in the URL, and the key of an Azure Function',
    {
      metadata: { SendClaimsIn: 'Url', ServiceUrl: 'https://api.test/{password}/x?code=k-3333' },
      inputClaims: '<InputClaim ClaimTypeReferenceId="secretWord" PartnerClaimType="password" />'
    },
    'GET https://api.test/***/x?code=***',
    { secretWord: secrets.password }
  ]
]

describe('what services received, as tests show it', () => {
  it.each(rows)('hides %s', async (_, parts, shown, claims) => {
    const outcome = await scenarioOf(
      parts,
      { claimTypes: claimType('token') + claimType('secretWord') },
      {
        claims,
        keys: { B2C_1A_Id: secrets.id, B2C_1A_Secret: secrets.password, B2C_1A_Key: secrets.key },
        services: { R: reply.json({}) }
      }
    ).run()
    const [request] = outcome.requests
    expect(String(request)).toBe(shown)
    const printed = [
      inspect(request, { depth: 9 }),
      JSON.stringify(request),
      String(outcome),
      JSON.stringify(outcome.claims)
    ].join('\n')
    for (const secret of [
      ...Object.values(secrets),
      encodeURIComponent(secrets.password),
      btoa(`${secrets.id}:${secrets.password}`)
    ]) {
      expect(printed).not.toContain(secret)
    }
  })

  it('says how the request proved who it is, and reveals it to a test that asks', async () => {
    const [, parts] = rows[0] ?? []
    const outcome = await scenarioOf(
      parts,
      { claimTypes: claimType('secretWord') },
      {
        claims: { secretWord: 'x' },
        keys: { B2C_1A_Id: 'u', B2C_1A_Secret: 'p' },
        services: { R: reply.json({}) }
      }
    ).run()
    const [request] = outcome.requests
    expect(request?.headers['authorization']).toBe('Basic ***')
    expect(request?.reveal().headers['authorization']).toBe('Basic dTpw')
  })
})
