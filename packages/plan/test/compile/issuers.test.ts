/** What compiling the profile gives that a SendClaims step names. */
import { compileJourney, type IssuerPlan } from '@trustframe/plan'
import { describe, expect, it } from 'vitest'
import { claimTypes, journey, policyOf, profile, type ProfileParts, shown } from '../support/policies.ts'

const compiled = (parts: ProfileParts) => {
  const policy = policyOf({
    claimTypes: claimTypes('objectId', 'code', 'message'),
    profiles: profile('Issuer', parts),
    journeys: journey(
      '<OrchestrationStep Order="1" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="Issuer" />'
    )
  })
  const { diagnostics, plan } = compileJourney(policy, 'Journey')
  const work = plan?.steps[0]?.work
  return { found: shown(diagnostics), issuer: work?._tag === 'SendClaims' ? work.issuer : undefined }
}

const none = (format: string) => `<Protocol Name="None" /><OutputTokenFormat>${format}</OutputTokenFormat>`

describe('the issuer of a SendClaims step', () => {
  // Source: jwt-issuer-technical-profile, userinfo-endpoint, oauth2-error-technical-profile.
  it.each<[what: string, parts: ProfileParts, expected: Partial<Record<keyof IssuerPlan, unknown>>]>([
    [
      'JWT by default',
      {
        protocol: none('JWT'),
        metadata: { client_id: '{service:te}', issuer_refresh_token_user_identity_claim_type: 'objectId' },
        keys: { issuer_secret: 'B2C_1A_Sign', issuer_refresh_token_key: 'B2C_1A_Encrypt' }
      },
      {
        format: 'JWT',
        details: {
          _tag: 'Jwt',
          accessTokenLifetime: 3600,
          idTokenLifetime: 3600,
          refreshTokenLifetime: 1_209_600,
          refreshTokenWindow: 7_776_000,
          issuance: 'AuthorityAndTenantGuid',
          acr: true,
          jsonNumbers: false,
          userIdentity: { id: 'objectId' },
          signingKey: { id: 'issuer_secret' },
          encryptionKey: { id: 'issuer_refresh_token_key' }
        }
      }
    ],
    [
      'JWT as its metadata says',
      {
        protocol: none('JWT'),
        metadata: {
          token_lifetime_secs: '7200',
          id_token_lifetime_secs: '600',
          allow_infinite_rolling_refresh_token: 'true',
          IssuanceClaimPattern: 'AuthorityWithTfp',
          AuthenticationContextReferenceClaimPattern: 'None',
          SendTokenResponseBodyWithJsonNumbers: 'true',
          RefreshTokenUserJourneyId: 'Refresh'
        }
      },
      {
        details: {
          accessTokenLifetime: 7200,
          idTokenLifetime: 600,
          refreshTokenWindow: undefined,
          issuance: 'AuthorityWithTfp',
          acr: false,
          jsonNumbers: true,
          refreshTokenUserJourneyId: 'Refresh'
        }
      }
    ],
    [
      'JSON, the answer of the user info endpoint',
      { protocol: none('JSON'), inputClaims: '<InputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />' },
      { details: { _tag: 'Json', claims: [{ partnerName: 'sub' }] } }
    ],
    [
      'an OAuth 2 error',
      {
        protocol: '<Protocol Name="OAuth2" /><OutputTokenFormat>OAuth2Error</OutputTokenFormat>',
        inputClaims:
          '<InputClaim ClaimTypeReferenceId="code" PartnerClaimType="errorCode" /><InputClaim ClaimTypeReferenceId="message" PartnerClaimType="errorMessage" />'
      },
      {
        details: {
          _tag: 'OAuth2Error',
          errorCode: { claim: { id: 'code' } },
          errorMessage: { claim: { id: 'message' } }
        }
      }
    ]
  ])('%s', (_, parts, expected) => {
    const { found, issuer } = compiled(parts)
    expect(found).toEqual([])
    expect(issuer).toMatchObject(expected)
  })

  it('of SAML is known, and not issued', () => {
    const { found, issuer } = compiled({
      protocol: '<Protocol Name="SAML2" /><OutputTokenFormat>SAML2</OutputTokenFormat>'
    })
    expect(found).toEqual([
      ['TF2021', 'technical profile "Issuer" issues SAML2, which Trustframe does not issue yet', 'Issuer']
    ])
    expect(issuer?.details).toEqual({ _tag: 'Other' })
  })
})
