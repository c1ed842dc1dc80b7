/** claims-resolver: each claim is named after the resolver that fills it. Now is 2022-03-16T09:05:00Z. */
import type { PolicyCases } from '../PolicyCase.ts'
import { matches } from '../Statement.ts'

const folder = 'claims-resolver'

const context = {
  ContextCorrelationId: '3f7f0e6e-7d5f-4d3c-9f43-2d9f3a7f5b11',
  ContextDateTimeInUtc: '3/16/2022 9:05:00 AM',
  ContextDeploymentMode: 'Production',
  ContextHostName: 'login.contoso.example',
  ContextIPAddress: '203.0.113.7',
  // Nobody was asked.
  ContextKMSI: null
}

const english = { CultureLCID: '1033', CultureLanguageName: 'en', CultureRegionName: 'US' }
const spanish = { CultureLCID: '3082', CultureLanguageName: 'es', CultureRegionName: 'ES' }

const request = {
  acr_values: 'mfa',
  client_id: '5b1d7c5e-0000-4000-8000-000000000001',
  domain_hint: 'facebook.com',
  login_hint: 'someone@contoso.com',
  max_age: '1234',
  nonce: 'defaultNonce',
  prompt: 'login',
  redirect_uri: 'https://jwt.ms',
  resource: 'https://graph.example',
  scope: 'openid'
}

const nothing = {
  SAMLAllowCreate: null,
  SAMLAuthnContextClassReferences: null,
  SAMLBinding: null,
  SAMLForceAuthn: null,
  SAMLIssuer: null,
  SAMLNameIdPolicyFormat: null,
  SAMLProviderName: null,
  SAMLRelayState: null,
  SAMLSubject: null
}

export const resolvers: ReadonlyArray<PolicyCases> = [
  {
    policy: `${folder}/CR_Context.xml`,
    about: '{Context:…}',
    cases: [
      {
        name: 'the moment and the browser',
        gives: { ...context, ContextBuildNumber: matches(/^\d+\.\d+\.\d+\.\d+$/) },
        token: context
      }
    ]
  },
  {
    policy: `${folder}/CR_Culture.xml`,
    about: '{Culture:…}',
    cases: [
      { name: 'English', gives: { ...english, CultureRFC5646: 'en' } },
      {
        name: 'English of the United States',
        uiLocales: 'en-US',
        gives: { ...english, CultureRFC5646: 'en-US' },
        shows: { ...english, CultureRFC5646: 'en-US' },
        token: { ...english, CultureRFC5646: 'en-US' }
      },
      { name: 'Spanish', uiLocales: 'es-ES', gives: { ...spanish, CultureRFC5646: 'es-ES' } },
      {
        name: 'Portuguese of Brazil',
        uiLocales: 'pt-BR',
        gives: { CultureLCID: '1046', CultureLanguageName: 'pt', CultureRegionName: 'BR', CultureRFC5646: 'pt-BR' }
      }
    ]
  },
  {
    policy: `${folder}/CR_OAuth-KV.xml`,
    about: '{OAUTH-KV:…}',
    cases: [
      {
        name: 'parameters of the request',
        parameters: { campaignId: 'hawaii', str1: 'a b' },
        gives: { campaignId: 'hawaii', str1: 'a b' },
        shows: { campaignId: 'hawaii', str1: 'a b' },
        token: { campaignId: 'hawaii', str1: 'a b' }
      },
      {
        name: 'a parameter that is absent',
        parameters: { campaignId: 'hawaii' },
        gives: { campaignId: 'hawaii', str1: null },
        token: { str1: null }
      }
    ]
  },
  {
    policy: `${folder}/CR_OIDC.xml`,
    about: '{OIDC:…}',
    cases: [
      {
        name: 'parameters of the request',
        parameters: request,
        gives: {
          OIDCAuthenticationContextReferences: request.acr_values,
          OIDCClientId: request.client_id,
          OIDCDomainHint: request.domain_hint,
          OIDCLoginHint: request.login_hint,
          OIDCMaxAge: request.max_age,
          OIDCNonce: request.nonce,
          OIDCPrompt: request.prompt,
          OIDCResource: request.resource,
          OIDCscope: request.scope,
          OidcRedirectUri: request.redirect_uri
        }
      },
      { name: 'no parameters', gives: { OIDCLoginHint: null, OIDCscope: null } }
    ]
  },
  {
    // The policy names no object id of its tenant.
    policy: `${folder}/CR_Policy.xml`,
    about: '{Policy:…}',
    cases: [
      {
        name: 'the policy and its tenant',
        gives: {
          PolicyPolicyId: 'B2C_1A_CR_Policy',
          PolicyRelyingPartyTenantId: 'yourtenant.onmicrosoft.com',
          PolicyTenantObjectId: null,
          PolicyTrustFrameworkTenantId: 'yourtenant.onmicrosoft.com'
        }
      }
    ]
  },
  {
    policy: `${folder}/CR_SAML.xml`,
    about: '{SAML:…}',
    cases: [
      {
        name: 'parts of the request',
        saml: {
          allowCreate: true,
          authnContextClassReferences: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
          binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
          forceAuthn: false,
          issuer: 'https://app.contoso.example/saml',
          nameIdPolicyFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
          providerName: 'Contoso',
          relayState: 'state',
          subject: 'someone@contoso.com'
        },
        resolves: {
          SAMLAllowCreate: 'True',
          SAMLAuthnContextClassReferences: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
          SAMLBinding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
          SAMLForceAuthn: 'False',
          SAMLIssuer: 'https://app.contoso.example/saml',
          SAMLNameIdPolicyFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
          SAMLProviderName: 'Contoso',
          SAMLRelayState: 'state',
          SAMLSubject: 'someone@contoso.com'
        }
      },
      { name: 'an empty request', saml: {}, resolves: nothing },
      // Its page is shown; the assertion that the policy ends with is not issued.
      { name: 'the journey', fails: 'NotSupported' }
    ]
  }
]
