/** The runtimes of the guide run, and the guide shows them as they are. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Interpreter, PolicyKeys } from '@trustframe/core'
import { compileSingleProfile } from '@trustframe/plan'
import { parsePolicy, resolvePolicies } from '@trustframe/policy'
import * as Effect from 'effect/Effect'
import type * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import { describe, expect, it } from 'vitest'
import { layerStandard, layerVault, layerWithOwnHandler, layerWithOwnTransport } from './runtimes.ts'

const text = `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06"
  PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Own"
  PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Own">
  <BuildingBlocks><ClaimsSchema>
    <ClaimType Id="email"><DataType>string</DataType></ClaimType>
    <ClaimType Id="plan"><DataType>string</DataType></ClaimType>
    <ClaimType Id="score"><DataType>string</DataType></ClaimType>
  </ClaimsSchema></BuildingBlocks>
  <ClaimsProviders><ClaimsProvider><DisplayName>Own</DisplayName><TechnicalProfiles>
    <TechnicalProfile Id="RestApi-GetPlan">
      <DisplayName>Plan</DisplayName>
      <Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.RestfulProvider, Web.TPEngine" />
      <Metadata>
        <Item Key="ServiceUrl">https://api.contoso.com/plan</Item>
        <Item Key="AuthenticationType">None</Item>
        <Item Key="AllowInsecureAuthInProduction">true</Item>
        <Item Key="SendClaimsIn">QueryString</Item>
      </Metadata>
      <InputClaims><InputClaim ClaimTypeReferenceId="email" /></InputClaims>
      <OutputClaims><OutputClaim ClaimTypeReferenceId="plan" /></OutputClaims>
    </TechnicalProfile>
    <TechnicalProfile Id="Contoso-Score">
      <DisplayName>Score</DisplayName>
      <Protocol Name="Proprietary" Handler="Contoso.Score, Contoso" />
      <Metadata><Item Key="UserMessageIfLow">Your score is {0}.</Item></Metadata>
      <InputClaims><InputClaim ClaimTypeReferenceId="email" /></InputClaims>
      <OutputClaims><OutputClaim ClaimTypeReferenceId="score" /></OutputClaims>
    </TechnicalProfile>
  </TechnicalProfiles></ClaimsProvider></ClaimsProviders>
</TrustFrameworkPolicy>`

const context = { correlationId: '1', language: 'en', parameters: {}, hostName: 'localhost', ipAddress: '127.0.0.1' }

const run = async (profile: string, email: string, layer: Layer.Layer<Interpreter>) => {
  const { policy } = resolvePolicies([parsePolicy({ path: 'Own.xml', text })]).effective('B2C_1A_Own')
  if (policy === undefined) throw new Error('the policy of the test cannot be resolved')
  const { diagnostics, plan } = compileSingleProfile(policy, profile, { handlers: ['Contoso.Score'] })
  if (plan === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  const claims = new Map([['email', email]])
  const changed: Array<string> = []
  const end = await Effect.runPromise(
    Interpreter.use((interpreter) =>
      interpreter.run(plan, { context, claims }, (entry) => {
        changed.push(JSON.stringify(entry))
      })
    ).pipe(Effect.provide(layer))
  )
  return { message: end._tag === 'Failed' ? end.error.userMessage?.text : end._tag, trace: changed.join('\n') }
}

const get = (name: string) => PolicyKeys.use((keys) => keys.get(name)).pipe(Effect.provide(layerVault))

describe('a composed runtime', () => {
  it('has a transport of one’s own', async () => {
    const { message, trace } = await run('RestApi-GetPlan', 'ann@contoso.com', layerWithOwnTransport)
    expect(message).toBe('Completed')
    expect(trace).toContain('https://api.contoso.com/plan?email=ann%40contoso.com')
  })

  it('has a claims provider for a handler of one’s own', async () => {
    const { message, trace } = await run('Contoso-Score', 'ann@contoso.com', layerWithOwnHandler)
    expect(message).toBe('Completed')
    expect(trace).toContain('"value":"7"')
    expect((await run('Contoso-Score', 'eve@contoso.com', layerWithOwnHandler)).message).toBe('Your score is 3.')
  })

  it('has a key store of one’s own', async () => {
    const key = await Effect.runPromise(get('B2C_1A_ApiSecret'))
    expect(key._tag === 'Secret' && Redacted.value(key.secret)).toBe('from the vault')
    const error = await Effect.runPromise(Effect.flip(get('B2C_1A_Other')))
    expect(error.message).toBe('no policy key "B2C_1A_Other" is configured')
  })

  it('is ready-made with the parts that the guide names', async () => {
    expect((await run('Contoso-Score', 'ann@contoso.com', layerStandard)).message).not.toBe('Completed')
  })

  it('is shown in the guide as it is here', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../../../docs/guides/compose-a-runtime.md'), 'utf8')
    const code = readFileSync(join(import.meta.dirname, 'runtimes.ts'), 'utf8')
    const blocks = [...guide.matchAll(/^```ts\n(.*?)^```/gms)].map(([, block = '']) => block)
    expect(blocks.length).toBe(5)
    for (const block of blocks) expect(code).toContain(block)
  })
})
