/** Every relying-party policy of the corpus, walked as a generic person would; and the subcommand that does it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Effect from 'effect/Effect'
import { journeys, walkFolder } from '../src/journeys.ts'
import { chainsOf } from '../src/journeys/chains.ts'
import { jsonReport, type JourneyReport, textReport, totalsOf } from '../src/journeys/report.ts'
import { UsageError } from '../src/UsageError.ts'
import { corpus, hasCorpus } from './support/corpus.ts'

describe('the corpus', () => {
  it('is there on CI', () => {
    expect(hasCorpus || process.env['CI'] !== 'true').toBe(true)
  })
})

describe.skipIf(!hasCorpus)('each path through the journeys of', () => {
  const walked = new Map<string, ReadonlyArray<JourneyReport>>()

  // Each path lays its state to rest at every page, goes on in a second interpreter, and is replayed at its end.
  it.each(['starterpack/', 'samples/', 'unit-tests/'])(
    '%s ends as the policy means it, or says what outside stopped it',
    async (set) => {
      const reports = await Effect.runPromise(walkFolder(corpus, set))
      walked.set(set, reports)
      const faults = reports.flatMap(({ paths, relyingParty }) =>
        paths
          .filter(({ reason }) => reason === 'fault')
          .map(({ choices, detail }) => ({ relyingParty, choices, detail }))
      )
      expect(faults).toEqual([])
    },
    120_000
  )

  // A page that refuses whatever fits what it asks for would be a fault of its checks, or of the person.
  it('is refused by no page whose rules can be kept', () => {
    const refused = [...walked.values()]
      .flat()
      .flatMap((report) => report.paths.map(({ detail }) => ({ policy: report.relyingParty, detail })))
      .filter(({ detail }) =>
        /\((?:UserMessageIf(?:Incorrect|Invalid|Validation)\w*|error_\w+|ver_fail_\w+)\)$/.test(detail)
      )
    expect(refused).toEqual([])
  })

  it('is one of many, most of which end in a token', () => {
    const totals = totalsOf([...walked.values()].flat())
    expect(totals.relyingParties).toBe(chainsOf(corpus).length)
    expect(totals.ends.token).toBeGreaterThan(400)
    expect(totals.reasons.later).toBeLessThanOrEqual(1)
  })

  it('keeps little at rest', () => {
    expect(totalsOf([...walked.values()].flat()).stateBytes).toBeLessThan(4096)
  })
})

/** A policy with a page, a choice among options and a base policy; `base` may be left out. */
const policy = (id: string, base: string | undefined, inner: string) =>
  `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com" PolicyId="${id}" PublicPolicyUri="http://contoso.onmicrosoft.com/${id}">${base === undefined ? '' : `<BasePolicy><TenantId>contoso.onmicrosoft.com</TenantId><PolicyId>${base}</PolicyId></BasePolicy>`}${inner}</TrustFrameworkPolicy>`

const basePolicy = policy(
  'B2C_1A_Base',
  undefined,
  `<BuildingBlocks><ClaimsSchema>
    <ClaimType Id="plan"><DisplayName>Plan</DisplayName><DataType>string</DataType><UserInputType>RadioSingleSelect</UserInputType><Restriction><Enumeration Text="Free" Value="free" /><Enumeration Text="Paid" Value="paid" /></Restriction></ClaimType>
    <ClaimType Id="objectId"><DisplayName>Id</DisplayName><DataType>string</DataType></ClaimType>
  </ClaimsSchema><ContentDefinitions><ContentDefinition Id="api.page"><LoadUri>~/x</LoadUri><RecoveryUri>~/x</RecoveryUri><DataUri>urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.7</DataUri></ContentDefinition></ContentDefinitions></BuildingBlocks>
  <ClaimsProviders><ClaimsProvider><DisplayName>All</DisplayName><TechnicalProfiles>
    <TechnicalProfile Id="Ask"><DisplayName>Ask</DisplayName><Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.SelfAssertedAttributeProvider, Web.TPEngine" /><Metadata><Item Key="ContentDefinitionReferenceId">api.page</Item></Metadata><OutputClaims><OutputClaim ClaimTypeReferenceId="plan" Required="true" /></OutputClaims></TechnicalProfile>
    <TechnicalProfile Id="JwtIssuer"><DisplayName>Issuer</DisplayName><Protocol Name="OpenIdConnect" /><OutputTokenFormat>JWT</OutputTokenFormat><Metadata><Item Key="issuer_refresh_token_user_identity_claim_type">objectId</Item></Metadata></TechnicalProfile>
  </TechnicalProfiles></ClaimsProvider></ClaimsProviders>
  <UserJourneys><UserJourney Id="J"><OrchestrationSteps><OrchestrationStep Order="1" Type="ClaimsExchange"><ClaimsExchanges><ClaimsExchange Id="Ask" TechnicalProfileReferenceId="Ask" /></ClaimsExchanges></OrchestrationStep><OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" /></OrchestrationSteps></UserJourney></UserJourneys>`
)

const relyingParty = `<RelyingParty><DefaultUserJourney ReferenceId="J" /><TechnicalProfile Id="PolicyProfile"><DisplayName>P</DisplayName><Protocol Name="OpenIdConnect" /><OutputClaims><OutputClaim ClaimTypeReferenceId="plan" /></OutputClaims><SubjectNamingInfo ClaimType="sub" /></TechnicalProfile></RelyingParty>`

describe('a folder without an index', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trustframe-journeys-'))
    writeFileSync(join(folder, 'Base.xml'), basePolicy)
    writeFileSync(join(folder, 'SignIn.xml'), policy('B2C_1A_SignIn', 'B2C_1A_Base', relyingParty))
    writeFileSync(join(folder, 'Lost.xml'), policy('B2C_1A_Lost', 'B2C_1A_Nowhere', relyingParty))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is walked by what its files say of their bases; each option is taken once', async () => {
    const reports = await Effect.runPromise(walkFolder(folder))
    expect(jsonReport(reports)).toEqual({
      journeys: [
        {
          relyingParty: 'Lost.xml',
          paths: [
            {
              choices: [],
              end: 'stopped',
              reason: 'outside',
              detail: 'one of its base policies is nowhere to be found'
            }
          ]
        },
        {
          relyingParty: 'SignIn.xml',
          paths: [
            { choices: ['plan= free'], end: 'token', detail: 'plan' },
            { choices: ['plan= paid'], end: 'token', detail: 'plan' }
          ]
        }
      ],
      totals: {
        relyingParties: 2,
        paths: 3,
        ends: { token: 2, error: 0, interaction: 0, stopped: 1 },
        reasons: { outside: 1, later: 0, fault: 0 },
        stateBytes: expect.any(Number)
      }
    })
    expect(textReport(reports).split('\n').slice(0, 4)).toEqual([
      'Lost.xml: 1 path, 0 to a token',
      '  stopped (outside): no choices',
      '    one of its base policies is nowhere to be found',
      'SignIn.xml: 2 paths, 2 to a token'
    ])
  })
})

describe('an index', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trustframe-index-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const indexed = (text: string) => {
    writeFileSync(join(folder, 'index.json'), text)
    return Effect.runPromise(walkFolder(folder))
  }

  it('may name files that are not there', async () => {
    const reports = await indexed(
      '{"chains": [{"relyingParty": "A.xml", "files": ["A.xml"]}, {"relyingParty": "B.xml", "files": null}, {"files": [5]}]}'
    )
    expect(reports.map((report) => [report.relyingParty, report.paths[0]?.reason, report.paths[0]?.detail])).toEqual([
      ['A.xml', 'outside', 'there is no file A.xml'],
      ['B.xml', 'outside', 'one of its base policies is nowhere to be found']
    ])
  })

  it('that is no JSON is told so', () => {
    writeFileSync(join(folder, 'index.json'), '{"chains": [')
    expect(() => chainsOf(folder)).toThrow(UsageError)
  })
})

describe('the subcommand', () => {
  it.each([
    [[], 'journeys takes one folder: journeys DIR'],
    [['a', 'b'], 'journeys takes one folder: journeys DIR'],
    [['a', '--format', 'xml'], '--format is "xml"; expected text or json'],
    [['/nowhere'], 'there is no folder /nowhere; name one that holds policies']
  ])('%j is told what it takes', async (args, message) => {
    await expect(journeys(args)).rejects.toThrow(new UsageError(message))
  })
})
