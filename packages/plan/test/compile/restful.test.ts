import { describe, expect, it } from 'vitest'
import { type Compiled, compileSingleProfile, type RestfulPlan } from '@trustframe/plan'
import { claimTypes, open, policyOf, profile, type ProfileParts, shown } from '../support/policies.ts'

const input = (id: string, attributes = '') => `<InputClaim ClaimTypeReferenceId="${id}" ${attributes}/>`
const output = (id: string, attributes = '') => `<OutputClaim ClaimTypeReferenceId="${id}" ${attributes}/>`

const compile = (parts: ProfileParts, attributes = ''): Compiled =>
  compileSingleProfile(
    policyOf({
      attributes,
      claimTypes: claimTypes(
        'a',
        'b',
        'tok',
        'email',
        'ObjectId',
        'objectIdentifier',
        ['age', 'int'],
        ['groups', 'stringCollection']
      ),
      profiles: profile('R', parts)
    }),
    'R'
  )

const restfulOf = ({ diagnostics, plan }: Compiled): RestfulPlan => {
  const work = plan?.steps[0]?.work
  const call = work?._tag === 'ClaimsExchange' ? work.exchanges[0]?.profile.call : undefined
  if (call?._tag !== 'Restful') throw new Error(shown(diagnostics).map(String).join('\n'))
  return call
}

describe('a RESTful technical profile that B2C would refuse, or that cannot work', () => {
  it.each<[string, ProfileParts, string, ReadonlyArray<readonly [string, string, string]>]>([
    [
      'without ServiceUrl and AuthenticationType',
      { metadata: { SendClaimsIn: 'Body' } },
      '',
      [
        ['TF2001', "AADB2C90023: Profile 'R' does not contain the required metadata key 'ServiceUrl'.", 'R'],
        ['TF2001', "AADB2C90023: Profile 'R' does not contain the required metadata key 'AuthenticationType'.", 'R']
      ]
    ],
    [
      // Behavioural example 20.
      'with an unknown SendClaimsIn',
      { metadata: { ...open, SendClaimsIn: 'Foo' } },
      '',
      [
        [
          'TF2002',
          "AADB2C90029: Profile 'R' contains the unsupported SendClaimsIn type 'Foo'. Expected one of 'Body', 'Form', 'Header', 'Url', 'QueryString'.",
          'Foo'
        ]
      ]
    ],
    [
      'with an unknown AuthenticationType',
      { metadata: { ServiceUrl: 'https://api.test/p', AuthenticationType: 'Foo' } },
      '',
      [
        [
          'TF2002',
          "AADB2C90024: Profile 'R' contains the unsupported authentication type 'Foo'. Expected one of 'None', 'Basic', 'Bearer', 'ClientCertificate', 'ApiKeyHeader'.",
          'Foo'
        ]
      ]
    ],
    [
      'with a boolean that is none',
      { metadata: { ...open, DebugMode: 'yes' } },
      '',
      [
        [
          'TF2003',
          "AADB2C90030: Profile 'R' contains an invalid boolean for DebugMode. Expected either 'true' or 'false'.",
          'yes'
        ]
      ]
    ],
    [
      // Behavioural example 22.
      'with Basic and one key of two',
      {
        metadata: { ServiceUrl: 'https://api.test/p', AuthenticationType: 'Basic' },
        keys: { BasicAuthenticationUsername: 'B2C_1A_User' }
      },
      '',
      [
        [
          'TF2007',
          "AADB2C90025: Profile 'R' in policy 'B2C_1A_Test' in tenant 'contoso.onmicrosoft.com' does not contain the required cryptographic key 'BasicAuthenticationPassword'.",
          'R'
        ]
      ]
    ],
    [
      // Behavioural example 25.
      'with a bearer claim that is no input claim',
      { metadata: { ServiceUrl: 'https://api.test/p', AuthenticationType: 'Bearer', UseClaimAsBearerToken: 'tok' } },
      '',
      [
        [
          'TF2008',
          "AADB2C90193: Restful profile 'R' in policy 'B2C_1A_Test' in tenant 'contoso.onmicrosoft.com' does not have the input claim 'tok' referenced by 'UseClaimAsBearerToken'.",
          'tok'
        ]
      ]
    ],
    [
      'with Bearer and nothing to bear',
      { metadata: { ServiceUrl: 'https://api.test/p', AuthenticationType: 'Bearer' } },
      '',
      [
        [
          'TF2008',
          "AADB2C90192: Restful profile 'R' in policy 'B2C_1A_Test' in tenant 'contoso.onmicrosoft.com' specifies the bearer authentication type, but does specify the metadata item 'UseClaimAsBearerToken' or it is empty.",
          'R'
        ]
      ]
    ],
    [
      // Behavioural example 27.
      'without authentication in production',
      { metadata: { ServiceUrl: 'https://api.test/p', AuthenticationType: 'None' } },
      '',
      [
        [
          'TF2009',
          "AADB2C90258: Profile 'R' uses an insecure authentication mode that is only allowed in production mode policies with metadata key 'AllowInsecureAuthInProduction' set to true.",
          'None'
        ]
      ]
    ],
    [
      // Behavioural example 60.
      'over http in production',
      { metadata: { ...open, ServiceUrl: 'http://api.test/p' } },
      '',
      [
        [
          'TF2010',
          "AADB2C90256: Profile 'R', production mode policies must use https 'ServiceUrl' the provided value was 'http://api.test/p'.",
          'http://api.test/p'
        ]
      ]
    ],
    [
      'with a ServiceUrl that is no URL',
      { metadata: { ...open, ServiceUrl: 'api.test/p' } },
      '',
      [
        [
          'TF2011',
          "AADB2C90026: Profile 'R' metadata contains the key 'ServiceUrl' which has the empty or invalid URL format of 'api.test/p'.",
          'api.test/p'
        ]
      ]
    ],
    [
      // Behavioural example 10.
      'with a claim in the host',
      { metadata: { ...open, ServiceUrl: 'https://{a}.test/p', SendClaimsIn: 'Url' }, inputClaims: input('a') },
      '',
      [['TF2005', '{a} stands in the host of the ServiceUrl of "R", where B2C allows no claims', '{a}']]
    ],
    [
      // Behavioural example 11.
      'with a claim in the URL of a mode that puts none there',
      { metadata: { ...open, ServiceUrl: 'https://api.test/{a}' }, inputClaims: input('a') },
      '',
      [
        [
          'TF2004',
          '{a} in the ServiceUrl of "R" (only SendClaimsIn "Url" puts claims there) is neither a setting nor an input claim that is put there',
          '{a}'
        ]
      ]
    ],
    [
      'with a claim that is not declared',
      { metadata: open, inputClaims: input('emial') },
      '',
      [['TF2012', 'claim type "emial" is declared neither in this policy nor in its base policies', 'emial']]
    ],
    [
      'with a default that does not fit',
      { metadata: open, inputClaims: input('age', 'DefaultValue="old" ') },
      '',
      [['TF2015', expect.stringContaining('the default value of claim "age" is no int'), 'old']]
    ],
    [
      'with a payload claim that is no input claim',
      { metadata: { ...open, ClaimUsedForRequestPayload: 'a' } },
      '',
      [['TF2023', 'ClaimUsedForRequestPayload names claim "a", which is no input claim of "R"', 'a']]
    ],
    [
      'with a path that cannot be read',
      {
        metadata: { ...open, ResolveJsonPathsInJsonTokens: 'true' },
        outputClaims: output('a', 'PartnerClaimType="x[" ')
      },
      '',
      [['TF2026', '"x[" is no path into a JSON answer: unexpected "[" at position 2', 'x[']]
    ]
  ])('%s', (_, parts, attributes, expected) => {
    expect(shown(compile(parts, attributes).diagnostics)).toEqual(expected)
  })

  it('names every placeholder that nobody replaced, where it stands, and no input claim', () => {
    // Behavioural example 86: the seed document, unbuilt.
    const { diagnostics } = compile({
      metadata: {
        AuthenticationType: 'Bearer',
        UseClaimAsBearerToken: 'tok',
        SendClaimsIn: 'Url',
        ServiceUrl: '{ApiBaseUrl}/profile/{objectId}',
        DebugMode: '{DeveloperMode}'
      },
      inputClaims: input('tok') + input('ObjectId', 'PartnerClaimType="id" DefaultValue="{TenantId}" ')
    })
    expect(
      diagnostics
        .filter(({ code }) => code === 'TF2004')
        .map(({ span }) => span.source.text.slice(span.start, span.end))
    ).toEqual(['{DeveloperMode}', '{TenantId}', '{ApiBaseUrl}'])
  })
})

describe('a policy for development', () => {
  it.each([
    ['needs no authentication', { ServiceUrl: 'https://api.test/p', AuthenticationType: 'None' }],
    ['may use http', { ServiceUrl: 'http://api.test/p', AuthenticationType: 'None' }]
  ])('%s', (_, metadata) => {
    expect(compile({ metadata }, 'DeploymentMode="Development"').diagnostics).toEqual([])
  })
})

describe('the placeholders of a ServiceUrl', () => {
  // Nobody documents what a placeholder names; restful-technical-profile has it as a claim, samples contradict each other.
  it.each([
    ['its partner name', '{id}', []],
    ['the claim type id', '{ObjectId}', ['TF2006']],
    ['the partner name in another case', '{ID}', ['TF2006']],
    ['the claim type id in another case', '{objectid}', ['TF2006']]
  ])('name a claim by %s', (_, placeholder, codes) => {
    const compiled = compile({
      metadata: { ...open, SendClaimsIn: 'Url', ServiceUrl: `https://api.test/u/${placeholder}/x?m={email}` },
      inputClaims: input('ObjectId', 'PartnerClaimType="id" ') + input('email')
    })
    expect(compiled.diagnostics.map(({ code }) => code)).toEqual(codes)
    expect(restfulOf(compiled).serviceUrl.parts).toEqual([
      'https://api.test/u/',
      { name: placeholder.slice(1, -1), input: 0 },
      '/x?m=',
      { name: 'email', input: 1 }
    ])
  })
})

describe('the plan of a RESTful technical profile', () => {
  it.each([
    ['Body', 'POST'],
    ['Form', 'POST'],
    ['Header', 'GET'],
    ['Url', 'GET'],
    ['QueryString', 'GET']
  ])('sends claims in %s by %s', (sendClaimsIn, method) => {
    expect(restfulOf(compile({ metadata: { ...open, SendClaimsIn: sendClaimsIn } }))).toMatchObject({
      sendClaimsIn,
      method
    })
  })

  it('reads output claims by name, or by path when the metadata says so', () => {
    const outputClaims = output('a', 'PartnerClaimType="contacts[0].person.name" ')
    expect(restfulOf(compile({ metadata: open, outputClaims })).outputClaims[0]?.path).toEqual([
      'contacts[0].person.name'
    ])
    expect(
      restfulOf(compile({ metadata: { ...open, ResolveJsonPathsInJsonTokens: 'True' }, outputClaims })).outputClaims[0]
        ?.path
    ).toEqual(['contacts', 0, 'person', 'name'])
  })

  it('knows which claims are credentials', () => {
    const plan = compile({
      metadata: { ServiceUrl: 'https://api.test/p', AuthenticationType: 'Bearer', UseClaimAsBearerToken: 'tok' },
      inputClaims: input('tok') + input('a'),
      outputClaims: output('b', 'PartnerClaimType="refresh_token" ')
    }).plan
    expect(plan?.claims.slots.filter(({ slot }) => plan.secrets.has(slot)).map(({ id }) => id)).toEqual(['b', 'tok'])
  })
})
