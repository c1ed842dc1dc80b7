/** Steps: selections, combined pages, GetClaims, authorization, telemetry after the token, time limits. */
import type { Answer } from '@trustframe/core/journey'
import { describe, expect, it } from 'vitest'
import { Journey, type StartOptions, trailer, type World } from '../support/Journey.ts'
import {
  claim,
  compile,
  content,
  errorsOf,
  exchange,
  field,
  page,
  type Parts,
  profile,
  type ProfileParts,
  rest,
  send,
  setting,
  step
} from '../support/policy.ts'

const claims = field('name') + field('password', 'Password') + claim('x') + claim('y')

const selections = (targets: string, form = '') =>
  `<ClaimsProviderSelections>${targets
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => `<ClaimsProviderSelection TargetClaimsExchangeId="${id}" />`)
    .join(
      ''
    )}${form === '' ? '' : `<ClaimsProviderSelection ValidationClaimsExchangeId="${form}" />`}</ClaimsProviderSelections>`

const combined = (targets: string, form: string): string =>
  step(
    1,
    'CombinedSignInAndSignUp',
    `${selections(targets, form)}<ClaimsExchanges><ClaimsExchange Id="${form}" TechnicalProfileReferenceId="${form}" /></ClaimsExchanges>`,
    'ContentDefinitionReferenceId="api.unified"'
  )

const unified = content('api.unified', '', 'unifiedssp:2.1.5')

/** A combined page with a local form, two other ways, and a sign-up page. */
const signIn = (form: ProfileParts = {}): Parts => ({
  claims,
  content: unified,
  profiles:
    page('Local', { output: 'name password', ...form, metadata: { SignUpTarget: 'SignUp', ...form.metadata } }) +
    page('SignUp', { output: 'name' }) +
    setting('Red', 'objectId=red') +
    setting('Forgot', 'objectId=forgot'),
  steps:
    combined('Red', 'Local') +
    exchange(
      2,
      'Red SignUp Forgot',
      '<Preconditions><Precondition Type="ClaimsExist" ExecuteActionsIf="true"><Value>name</Value><Action>Skip</Action></Precondition></Preconditions>'
    ) +
    send(3)
})

const start = (parts: Parts, options: StartOptions = {}, world: World = {}) =>
  new Journey(compile(parts), world).start(options)

describe('CombinedSignInAndSignUp', () => {
  it('shows the form, the other ways and the links on one page', () => {
    expect(start(signIn()).page).toMatchObject({
      kind: 'CombinedSignInAndSignUp',
      contentDefinition: 'api.unified',
      form: { technicalProfile: 'Local' },
      choices: [{ exchange: 'Red', label: 'Red' }],
      signUp: 'SignUp',
      forgotPassword: { location: 'AfterLabel', exchange: undefined },
      rememberMe: false
    })
  })

  it('signs in with the form; the next step is up to its preconditions', () => {
    const journey = start(signIn()).submit({ name: 'Ann', password: 'x' })
    expect(journey.where).toBe('token')
    expect(journey.claims).toEqual({ name: 'Ann' })
  })

  it.each([
    ['a choice', 'Red', 'token'],
    ['the sign-up link', 'SignUp', 'page SignUp']
  ])('leads by %s to its claims exchange', (_, name, where) => {
    expect(start(signIn()).act({ _tag: 'Selected', exchange: name }).where).toBe(where)
  })

  it('leads nowhere that the page does not offer', () => {
    const hidden = signIn({ metadata: { 'setting.showSignupLink': 'false' } })
    expect(start(hidden).act({ _tag: 'Selected', exchange: 'SignUp' }).where).toBe('page Local')
    expect(start(signIn()).act({ _tag: 'Selected', exchange: 'Forgot' }).where).toBe('page Local')
  })

  it('has no cancel button', () => {
    expect(start(signIn()).act({ _tag: 'Cancelled' }).where).toBe('page Local')
  })

  it('shows the first two fields of the form only', () => {
    const parts = signIn({ output: 'name password x' })
    const { page: shown } = start({
      ...parts,
      claims: claims.replace('<ClaimType Id="x">', '<ClaimType Id="z">') + field('x')
    })
    expect(shown.kind === 'CombinedSignInAndSignUp' ? shown.form?.items.length : 0).toBe(2)
  })

  it('ends with AADB2C90118 when a password is forgotten and no exchange takes it up', () => {
    expect(start(signIn()).act({ _tag: 'PasswordForgotten' }).error.relyingParty).toEqual({
      error: 'access_denied',
      error_description: `AADB2C90118: The user has forgotten their password.${trailer}`
    })
  })

  it('runs the exchange that setting.forgotPasswordLinkOverride names', () => {
    const journey = start(signIn({ metadata: { 'setting.forgotPasswordLinkOverride': 'Forgot' } }))
    expect(journey.act({ _tag: 'PasswordForgotten' }).claims).toEqual({ objectId: 'forgot' })
  })

  it('has no other button for the exchange of the link for a forgotten password', () => {
    expect(start(signIn({ metadata: { 'setting.forgotPasswordLinkOverride': 'red' } })).page).toMatchObject({
      choices: [],
      forgotPassword: { exchange: 'red' }
    })
  })
})

const provider = (id: string, domain: string) =>
  profile(id, {
    protocol: 'OAuth2',
    metadata: {
      client_id: 'c',
      authorization_endpoint: 'https://idp.test/authorize',
      AccessTokenEndpoint: 'https://idp.test/token'
    },
    output: 'objectId'
  }).replace(`<TechnicalProfile Id="${id}">`, `<TechnicalProfile Id="${id}"><Domain>${domain}</Domain>`)

const prepared: World = {
  ports: { PrepareAuthorization: () => ({ _tag: 'AuthorizationPrepared', url: 'https://idp.test/', memory: {} }) }
}

const select = (targets: string) =>
  step(1, 'ClaimsProviderSelection', selections(targets), 'ContentDefinitionReferenceId="api.page"')

describe('ClaimsProviderSelection', () => {
  const parts: Parts = {
    claims,
    profiles: provider('Red', 'red.com') + provider('Blue', 'blue.com'),
    steps: select('Red Blue') + exchange(2, 'Red Blue') + send(3)
  }

  it('follows domain_hint without a page', () => {
    expect(start(parts, { parameters: { domain_hint: 'Blue.com' } }, prepared).where).toBe('redirect Blue')
    expect(start(parts, { parameters: { domain_hint: 'green.com' } }, prepared).where).toBe(
      'page ClaimsProviderSelection'
    )
  })

  it('fails with AADB2C90051 when no choice is enabled', () => {
    const none = {
      ...parts,
      profiles: parts.profiles.replaceAll(
        '</TechnicalProfile>',
        '<EnabledForUserJourneys>Never</EnabledForUserJourneys></TechnicalProfile>'
      )
    }
    expect(start(none).error).toMatchObject({ tag: 'NoClaimsProvider', code: 'AADB2C90051' })
  })

  it('is refused when a choice leads to no claims exchange', () => {
    expect(errorsOf({ ...parts, steps: select('Red Green') + exchange(2, 'Red Blue') + send(3) })).toEqual([
      'TF2040 step 1 of user journey "Journey" offers claims exchange "Green", which none of the steps has that could run it'
    ])
  })
})

describe('several claims exchanges of which none was selected', () => {
  it('end the journey', () => {
    const parts = signIn()
    const journey = start({ ...parts, steps: parts.steps.replace('<Value>name</Value>', '<Value>y</Value>') })
    expect(journey.submit({ name: 'Ann', password: 'x' }).error.relyingParty.error_description).toBe(
      `AADB2C: Claims exchange with id '' could not be found in orchestration step '2' and the step contains more than one claims exchange.${trailer}`
    )
  })

  it('are no problem when only one of them is enabled', () => {
    const parts = signIn()
    const never = '<EnabledForUserJourneys>Never</EnabledForUserJourneys></TechnicalProfile>'
    const [local = '', signUp = '', red = '', forgot = ''] = parts.profiles.split('</TechnicalProfile>')
    const profiles = `${local}</TechnicalProfile>${signUp}${never}${red}</TechnicalProfile>${forgot}${never}`
    const journey = start({ ...parts, profiles, steps: parts.steps.replace('<Value>name</Value>', '<Value>y</Value>') })
    expect(journey.submit({ name: 'Ann', password: 'x' }).claims).toMatchObject({ objectId: 'red' })
  })
})

describe('where nobody can answer', () => {
  const parts: Parts = { claims, profiles: page('Ask', { output: 'name' }), steps: exchange(1, 'Ask') + send(2) }
  const required = {
    error: 'interaction_required',
    error_description: `AADB2C90077: User does not have an existing session and request prompt parameter has a value of 'None'.${trailer}`
  }

  it.each<[string, Parts, StartOptions]>([
    ['prompt=none', parts, { parameters: { prompt: 'none' } }],
    ['a NonInteractive journey', { ...parts, journey: { attributes: 'NonInteractive="true"' } }, {}],
    ['a refresh', parts, { context: { grant: { claims: {}, issuedAtMillis: 0 } } }]
  ])('a page ends %s with interaction_required', (_, given, options) => {
    expect(start(given, options).error.relyingParty).toEqual(required)
  })

  it('a redirect ends prompt=none with interaction_required', () => {
    const redirecting = { claims, profiles: provider('Red', 'red.com'), steps: exchange(1, 'Red') + send(2) }
    expect(start(redirecting, { parameters: { prompt: 'none' } }, prepared).error.relyingParty).toEqual(required)
  })
})

const idp = (more: ProfileParts = {}) =>
  profile('Idp', {
    protocol: 'OpenIdConnect',
    metadata: { client_id: 'c', METADATA: 'https://idp.test/config', response_types: 'code', ...more.metadata },
    input: '<InputClaim ClaimTypeReferenceId="x" PartnerClaimType="login_hint" />',
    output:
      '<OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" /><OutputClaim ClaimTypeReferenceId="y" PartnerClaimType="{oauth2:access_token}" />'
  })

const world = (redeemed: Answer): World => ({
  ports: {
    PrepareAuthorization: () => ({
      _tag: 'AuthorizationPrepared',
      url: 'https://idp.test/a?b',
      memory: { secret: 's' }
    }),
    RedeemAuthorization: () => redeemed
  }
})

const redirected = (more: ProfileParts = {}): Parts => ({
  claims,
  profiles: idp(more),
  steps: exchange(1, 'Idp') + send(2)
})

describe('identity providers', () => {
  const proved: Answer = { _tag: 'IdentityProved', claims: { sub: '42' }, tokens: { access_token: 'at' } }

  it('are sent the input claims, a nonce and the journey’s name', () => {
    const journey = start(redirected(), { claims: { x: 'ann' } }, world(proved))
    expect(journey.demand).toMatchObject({ _tag: 'Redirect', url: 'https://idp.test/a?b' })
    expect(journey.requests[0]).toMatchObject({
      _tag: 'PrepareAuthorization',
      parameters: { login_hint: 'ann' },
      redirectUri: 'https://contoso.b2clogin.com/contoso.onmicrosoft.com/oauth2/authresp',
      state: `StateProperties=${btoa('{"TID":"6d3bb0ad-6a3c-4b9b-9d2b-7f6f8c3f2a11"}').replace(/=+$/, '')}`,
      nonce: expect.stringMatching(/^[0-9a-f]{32}$/)
    })
  })

  it('are redeemed with what came back, the same nonce and what the port remembered', () => {
    const journey = start(redirected(), {}, world(proved)).act({ _tag: 'Returned', parameters: { code: 'abc' } })
    const [begun, redeemed] = journey.requests
    expect(redeemed).toMatchObject({ _tag: 'RedeemAuthorization', returned: { code: 'abc' }, memory: { secret: 's' } })
    expect(
      redeemed !== undefined &&
        'nonce' in redeemed &&
        begun !== undefined &&
        'nonce' in begun &&
        redeemed.nonce === begun.nonce
    ).toBe(true)
    expect(journey.claims).toEqual({ objectId: '42', y: 'at' })
  })

  it('are redirected to again when the browser lost its way', () => {
    const journey = start(redirected(), {}, world(proved)).act({ _tag: 'Resumed' })
    expect(journey.demand).toMatchObject({ _tag: 'Redirect', url: 'https://idp.test/a?b' })
  })

  it.each([
    ['false', 'https://contoso.b2clogin.com/contoso.onmicrosoft.com/oauth2/authresp'],
    ['true', 'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1A_Test/oauth2/authresp']
  ])('with UsePolicyInRedirectUri %s come back to %s', (value, redirectUri) => {
    const journey = start(redirected({ metadata: { UsePolicyInRedirectUri: value } }), {}, world(proved))
    expect(journey.requests[0]).toMatchObject({ redirectUri })
  })

  it('that send an error back end the journey with AADB2C90273', () => {
    const journey = start(redirected(), {}, world(proved))
    journey.act({ _tag: 'Returned', parameters: { error: 'access_denied', error_description: 'no' } })
    expect(journey.error.relyingParty).toEqual({
      error: 'server_error',
      error_description: `AADB2C90273: An invalid response was received : 'Error: access_denied,Error Description: no'${trailer}`
    })
  })

  it.each([
    ['TokenInvalid', 'AADB2C90273'],
    ['AnswerUnreadable', 'AADB2C90273'],
    ['Unreachable', 'AADB2C90289'],
    ['ClientRejected', 'AADB2C90289'],
    ['KeyUnavailable', 'AADB2C90243']
  ] as const)('that fail with %s end it with %s', (reason, code) => {
    const answer: Answer = { _tag: 'ProviderFailed', reason, error: undefined, detail: 'why' }
    const journey = start(redirected(), {}, world(answer)).act({ _tag: 'Returned', parameters: {} })
    expect(journey.error).toMatchObject({
      tag: reason === 'KeyUnavailable' ? 'KeyUnavailable' : 'IdentityProviderFailed',
      code
    })
  })
})

const verified = (answer: Answer): World => ({ ports: { VerifyToken: () => answer } })

describe('tokens that a request brings', () => {
  const hint = profile('Hint', {
    protocol: 'None',
    metadata: { issuer: 'https://issuer.test', IdTokenAudience: 'aud' },
    keys: { client_secret: 'B2C_1A_Hint' },
    output: '<OutputClaim ClaimTypeReferenceId="x" PartnerClaimType="email" />'
  })
  const parts: Parts = {
    claims,
    profiles: hint,
    steps: step(1, 'GetClaims', '', 'CpimIssuerTechnicalProfileReferenceId="Hint"') + send(2),
    input: 'y'
  }
  const asked = (answer: Answer, parameters: Readonly<Record<string, string>> = { id_token_hint: 'jwt' }) =>
    start(parts, { parameters }, { ports: { VerifyToken: () => answer } })

  it('fill the claims of the profile and of the relying party', () => {
    const journey = asked({ _tag: 'TokenAccepted', claims: { email: 'a@b.c', y: 'more', z: 'not listed' } })
    expect(journey.claims).toEqual({ x: 'a@b.c', y: 'more' })
    expect(journey.requests).toMatchObject([
      { _tag: 'VerifyToken', token: 'jwt', rules: { issuers: ['https://issuer.test'], audiences: ['aud'] } }
    ])
  })

  // protocols section 11: errors of id token hints.
  it.each<[Answer, string]>([
    [
      { _tag: 'TokenExpired' },
      'AADB2C90208: The provided id_token_hint parameter is expired. Please provide another token and try again.'
    ],
    [
      { _tag: 'AudienceWrong', expected: ['aud'] },
      "AADB2C90209: The provided id_token_hint parameter does not contain an accepted audience. Valid audience values: 'aud'. Please provide another token and try again."
    ],
    [
      { _tag: 'TokenUnverifiable', detail: 'why' },
      'AADB2C90210: The provided id_token_hint parameter could not be validated. Please provide another token and try again.'
    ],
    [
      { _tag: 'IssuerWrong', expected: ['a', 'b'] },
      "AADB2C90232: The provided id_token_hint parameter does not contain an accepted issuer. Valid issuers: 'a, b'. Please provide another token and try again."
    ],
    [
      { _tag: 'SignatureWrong' },
      'AADB2C90233: The provided id_token_hint parameter failed signature validation. Please provide another token and try again.'
    ]
  ])('%j', (answer, text) => {
    expect(asked(answer).error.relyingParty.error_description).toBe(`${text}${trailer}`)
  })

  it('are missed with AADB2C90272', () => {
    expect(asked({ _tag: 'TokenExpired' }, {}).error.code).toBe('AADB2C90272')
  })

  it('authorize a journey before its first step', () => {
    const authorized: Parts = {
      claims,
      profiles: hint.replace('"Hint"', '"Authorize"') + setting('Work', 'y=1'),
      journey: {
        before:
          '<Authorization><AuthorizationTechnicalProfiles><AuthorizationTechnicalProfile ReferenceId="Authorize" /></AuthorizationTechnicalProfiles></Authorization>'
      },
      steps: exchange(1, 'Work') + send(2)
    }
    const accepted = start(
      authorized,
      { bearerToken: 'jwt' },
      verified({ _tag: 'TokenAccepted', claims: { email: 'e' } })
    )
    expect(accepted.claims).toEqual({ x: 'e', y: '1' })
    const refused = start(authorized, { bearerToken: 'jwt' }, verified({ _tag: 'SignatureWrong' }))
    expect(refused.error).toMatchObject({ tag: 'TokenRefused', step: 0 })
    expect(refused.claims).toEqual({})
  })
})

describe('SendClaims', () => {
  const insights = profile('Log', {
    handler: 'insights',
    metadata: { InstrumentationKey: 'key' },
    input:
      '<InputClaim ClaimTypeReferenceId="x" PartnerClaimType="eventName" DefaultValue="Signed in" /><InputClaim ClaimTypeReferenceId="y" PartnerClaimType="{property:Policy}" DefaultValue="{Policy:PolicyId}" />'
  })

  it('may be followed by telemetry, whose failure stops nothing', () => {
    const parts = { claims, profiles: insights, steps: send(1) + exchange(2, 'Log') }
    const journey = start(
      parts,
      { claims: { objectId: '42' } },
      { ports: { RecordTelemetry: () => ({ _tag: 'PortMissing', port: 'x' }) } }
    )
    expect(journey.requests).toMatchObject([
      { event: { name: 'Signed in', properties: { Policy: 'B2C_1A_Test' }, instrumentationKey: 'key' } }
    ])
    expect(journey.where).toBe('token')
  })

  it('sends the subject, and whom a refresh token belongs to', () => {
    const { demand } = start({ claims, profiles: '', steps: send(1) }, { claims: { objectId: '42' } })
    expect(demand).toMatchObject({
      sent: { subject: '42', userIdentity: '42', token: { sub: '42' }, claims: { objectId: '42' } }
    })
  })

  it('sends the input claims of a JSON issuer', () => {
    const issuer = profile('UserInfo', {
      protocol: 'None',
      format: 'JSON',
      input:
        '<InputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" /><InputClaim ClaimTypeReferenceId="x" PartnerClaimType="email" />'
    })
    const journey = start(
      { claims, profiles: issuer, steps: send(1, 'UserInfo') },
      { claims: { objectId: '42', x: 'e' } }
    )
    expect(journey.token).toEqual({ sub: '42', email: 'e' })
  })

  it.each([
    ['TF2045', 'AADB2C90049', send(1) + send(2)],
    ['TF2044', 'AADB2C90050', send(1) + exchange(2, 'Work')]
  ])('is refused as %s (%s) where it is not the one last step', (code, b2c, steps) => {
    const [message] = errorsOf({ claims, profiles: setting('Work', 'y=1'), steps })
    expect(message).toContain(`${code} ${b2c}`)
  })
})

describe('a refresh', () => {
  const parts: Parts = {
    claims: claims + claim('issued') + claim('validFrom'),
    transformations: `<ClaimsTransformation Id="Assert" TransformationMethod="AssertDateTimeIsGreaterThan"><InputClaims><InputClaim ClaimTypeReferenceId="issued" TransformationClaimType="leftOperand" /><InputClaim ClaimTypeReferenceId="validFrom" TransformationClaimType="rightOperand" /></InputClaims><InputParameters><InputParameter Id="AssertIfEqualTo" DataType="boolean" Value="false" /><InputParameter Id="AssertIfRightOperandIsNotPresent" DataType="boolean" Value="true" /></InputParameters></ClaimsTransformation>`,
    profiles:
      profile('Setup', {
        protocol: 'None',
        output:
          '<OutputClaim ClaimTypeReferenceId="objectId" /><OutputClaim ClaimTypeReferenceId="issued" PartnerClaimType="refreshTokenIssuedOnDateTime" />'
      }) + profile('Check', { handler: 'transform', output: 'x', after: 'Assert' }),
    steps: exchange(1, 'Setup') + exchange(2, 'Check') + send(3)
  }
  const refresh = (validFrom: string) =>
    start(parts, {
      claims: { validFrom },
      context: { grant: { claims: { objectId: '42' }, issuedAtMillis: 2000 } }
    })

  it('reads the claims of the grant, and when it was issued', () => {
    expect(refresh('1970-01-01T00:00:01Z').claims).toMatchObject({
      objectId: '42',
      issued: '1970-01-01T00:00:02.0000000Z'
    })
  })

  it('of a revoked token ends with AADB2C90129', () => {
    expect(refresh('1970-01-01T00:00:03Z').error.relyingParty).toEqual({
      error: 'invalid_grant',
      error_description: `AADB2C90129: The provided grant has been revoked. Please reauthenticate and try again.${trailer}`
    })
  })
})

const access = (operation: string, input: string, output: string) =>
  profile(operation, { handler: 'access', metadata: { OperationType: operation }, input, output })

const bound = (id: string, name: string, item: string) =>
  `<${item} ClaimTypeReferenceId="${id}" PartnerClaimType="${name}" />`

describe('other steps and profiles', () => {
  it('Noop does nothing', () => {
    expect(start({ claims, profiles: '', steps: step(1, 'Noop') + send(2) }).where).toBe('token')
  })

  it.each(['ConsentScreen', 'ReviewScreen', 'UserDialog'])('%s is refused as a relic', (type) => {
    expect(errorsOf({ claims, profiles: '', steps: step(1, type) + send(2) })).toEqual([
      `TF2042 step 1 of user journey "Journey" is of type "${type}", which is a relic of early versions and not run`
    ])
  })

  it.each(['SAML2', 'WsFed'])('%s profiles end the journey with an error that names them', (protocol) => {
    const journey = start({
      claims,
      profiles: profile('Old', { protocol, output: 'x' }),
      steps: exchange(1, 'Old') + send(2)
    })
    expect(journey.error).toMatchObject({
      tag: 'NotSupported',
      technicalProfile: 'Old',
      origin: { file: 'Test.xml' },
      description: `technical profile "Old" uses "${protocol}", which Trustframe does not run yet`
    })
  })

  it('UserJourneyContext reads what the engine knows', () => {
    const journey = start({
      claims: claims + claim('IP-Address') + claim('CorrelationId'),
      profiles: profile('Ctx', { handler: 'context', output: 'IP-Address CorrelationId' }),
      steps: exchange(1, 'Ctx') + send(2)
    })
    expect(journey.claims).toEqual({
      'IP-Address': '203.0.113.7',
      CorrelationId: '6d3bb0ad-6a3c-4b9b-9d2b-7f6f8c3f2a11'
    })
  })

  it('ConditionalAccess evaluates and remediates', () => {
    const journey = start(
      {
        claims: claims + claim('challenges', '', 'stringCollection'),
        profiles:
          access(
            'Evaluation',
            bound('objectId', 'UserId', 'InputClaim'),
            bound('challenges', 'Challenges', 'OutputClaim')
          ) +
          access(
            'Remediation',
            bound('challenges', 'ChallengesSatisfied', 'InputClaim'),
            bound('x', 'none', 'OutputClaim')
          ),
        steps: exchange(1, 'Evaluation') + exchange(2, 'Remediation') + send(3)
      },
      { claims: { objectId: '42' } },
      {
        ports: {
          EvaluateAccess: () => ({ _tag: 'AccessEvaluated', challenges: ['mfa'] }),
          RemediateAccess: () => ({ _tag: 'Noted' })
        }
      }
    )
    expect(journey.claims).toMatchObject({ challenges: ['mfa'] })
    expect(journey.requests).toMatchObject([
      { evaluation: { userId: '42', clientId: 'client', ipAddress: '203.0.113.7' } },
      { satisfied: ['mfa'] }
    ])
  })

  describe('a handler of one’s own', () => {
    const parts: Parts = {
      claims,
      profiles: profile('Own', {
        handler: 'Contoso.Score',
        metadata: { UserMessageIfLow: 'Too low: {0}' },
        input: '<InputClaim ClaimTypeReferenceId="x" PartnerClaimType="email" />',
        output: '<OutputClaim ClaimTypeReferenceId="y" PartnerClaimType="score" />'
      }),
      steps: exchange(1, 'Own') + send(2)
    }
    const own = (answer: Answer) =>
      new Journey(compile(parts, { handlers: ['Contoso.Score'] }), { ports: { CallCustom: () => answer } }).start({
        claims: { x: 'e' }
      })

    it('gets its input claims and gives its output claims', () => {
      const journey = own({ _tag: 'Claims', claims: { score: '7' } })
      expect(journey.requests).toMatchObject([{ input: { email: 'e' }, plan: { handler: 'Contoso.Score' } }])
      expect(journey.claims).toEqual({ x: 'e', y: '7' })
    })

    it('refuses in the words of the policy', () => {
      const { error } = own({ _tag: 'Refused', messageId: 'UserMessageIfLow', text: 'low', values: ['3'] })
      expect(error.userMessage).toMatchObject({ text: 'Too low: 3', source: 'metadata' })
    })
  })
})

describe('a journey that waits', () => {
  const parts: Parts = { claims, profiles: page('Ask', { output: 'name' }), steps: exchange(1, 'Ask') + send(2) }

  it('too long ends with AADB2C90046', () => {
    const journey = start(parts, { context: { timeLimitMillis: 1000 } })
      .wait(1001)
      .submit({ name: 'Ann' })
    expect(journey.error).toMatchObject({ tag: 'StateExpired', code: 'AADB2C90046' })
  })

  it('a day goes on unless its context says otherwise', () => {
    expect(start(parts).wait(86_400_000).submit({ name: 'Ann' }).where).toBe('token')
    expect(start(parts).wait(86_400_001).submit({ name: 'Ann' }).where).toBe('error StateExpired')
  })
})

describe('a failing step', () => {
  it('leaves the claims that were set before it', () => {
    const journey = start(
      {
        claims,
        profiles: setting('First', 'x=1') + rest('R'),
        steps: exchange(1, 'First') + exchange(2, 'R') + send(3)
      },
      {},
      { services: { R: () => ({ failure: { _tag: 'StatusRejected', status: 500, reason: '' } }) } }
    )
    expect(journey.where).toBe('error StatusRejected')
    expect(journey.claims).toEqual({ x: '1' })
  })
})
