/** What compiling a journey finds: each finding with its whole message and the text that it points at. */
import { compileJourney } from '@trustframe/plan'
import { describe, expect, it } from 'vitest'
import {
  claimTypes,
  exchangeStep,
  journey,
  open,
  type Parts,
  policyOf,
  profile,
  proprietary,
  sendStep,
  shown
} from '../support/policies.ts'

const issuer = profile('Issuer', {
  protocol: '<Protocol Name="None" /><OutputTokenFormat>JWT</OutputTokenFormat>',
  metadata: {
    issuer_refresh_token_user_identity_claim_type: 'objectId',
    AuthenticationContextReferenceClaimPattern: 'None'
  }
})
const restful = profile('Call', { metadata: open })
const insights = profile('Record', {
  protocol: proprietary('Web.TPEngine.Providers.Insights.AzureApplicationInsightsProvider'),
  metadata: { InstrumentationKey: '0' }
})

const send = (order: number, issuedBy = ' CpimIssuerTechnicalProfileReferenceId="Issuer"') =>
  `<OrchestrationStep Order="${order}" Type="SendClaims"${issuedBy} />`

const page = (id: string) =>
  `<ContentDefinition Id="${id}"><LoadUri>~/x.html</LoadUri><RecoveryUri>~/y.html</RecoveryUri><DataUri>urn:com:microsoft:aad:b2c:elements:contract:providerselection:1.2.1</DataUri></ContentDefinition>`

const found = (steps: string, parts: Parts = {}) =>
  shown(
    compileJourney(
      policyOf({
        claimTypes: claimTypes('objectId'),
        content: `<ContentDefinitions>${page('api.select')}</ContentDefinitions>`,
        profiles: issuer + restful + insights,
        journeys: journey(steps),
        ...parts
      }),
      'Journey'
    ).diagnostics
  )

const selecting = (target: string, attributes = 'ContentDefinitionReferenceId="api.select"') =>
  `<OrchestrationStep Order="1" Type="ClaimsProviderSelection" ${attributes}><ClaimsProviderSelections><ClaimsProviderSelection TargetClaimsExchangeId="${target}" /></ClaimsProviderSelections></OrchestrationStep>`

const invoking = (order: number, name: string) =>
  `<OrchestrationStep Order="${order}" Type="InvokeSubJourney"><JourneyList><Candidate SubJourneyReferenceId="${name}" /></JourneyList></OrchestrationStep>`

describe('a journey', () => {
  it('whose parts are all there has no findings', () => {
    expect(found(selecting('CallExchange2') + exchangeStep(2, 'Call') + send(3) + exchangeStep(4, 'Record'))).toEqual(
      []
    )
  })

  it.each<[what: string, steps: string, code: string, message: string, at: string]>([
    [
      'a selection without its exchange',
      selecting('CalExchange2') + exchangeStep(2, 'Call') + send(3),
      'TF2040',
      'step 1 of user journey "Journey" offers claims exchange "CalExchange2", which none of the steps has that could run it',
      'CalExchange2'
    ],
    [
      'a page that is not declared',
      selecting('CallExchange2', 'ContentDefinitionReferenceId="api.selekt"') + exchangeStep(2, 'Call') + send(3),
      'TF2033',
      'content definition "api.selekt" is declared neither in this policy nor in its base policies',
      'api.selekt'
    ],
    [
      'a sub journey that is not declared',
      invoking(1, 'Ask') + send(2),
      'TF2041',
      'sub journey "Ask" is declared neither in this policy nor in its base policies',
      'Ask'
    ],
    [
      'InvokeSubJourney without a sub journey',
      `<OrchestrationStep Order="1" Type="InvokeSubJourney" />${send(2)}`,
      'TF2041',
      'step 1 of user journey "Journey" is of type InvokeSubJourney and names no sub journey',
      '1'
    ],
    [
      'a consent screen',
      `<OrchestrationStep Order="1" Type="ConsentScreen" />${send(2)}`,
      'TF2042',
      'step 1 of user journey "Journey" is of type "ConsentScreen", which is a relic of early versions and not run',
      'ConsentScreen'
    ],
    [
      'GetClaims without a profile',
      `<OrchestrationStep Order="1" Type="GetClaims" />${send(2)}`,
      'TF2043',
      'step 1 of user journey "Journey" is of type GetClaims and names no technical profile',
      '1'
    ],
    [
      'SendClaims without an issuer',
      sendStep(1),
      'TF2043',
      'step 1 of user journey "Journey": AADB2C90108: The orchestration step \'1\' does not specify a CpimIssuerTechnicalProfileReferenceId when one was expected.',
      '1'
    ],
    [
      'a step after SendClaims',
      send(1) + exchangeStep(2, 'Call'),
      'TF2044',
      "AADB2C90050: User journey 'Journey' is invalid because it contains steps which occur after the SendClaims step.",
      '2'
    ],
    [
      'several SendClaims without a default issuer',
      send(1) + send(2),
      'TF2045',
      "AADB2C90049: User journey 'Journey' is invalid because it contains multiple SendClaims steps.",
      '2'
    ]
  ])('with %s is refused', (_, steps, code, message, at) => {
    expect(found(steps)).toEqual([[code, message, at]])
  })

  it('takes the issuer of its attribute where a step names none', () => {
    const journeys = `<UserJourney Id="Journey" DefaultCpimIssuerTechnicalProfileReferenceId="Issuer"><OrchestrationSteps>${sendStep(1)}</OrchestrationSteps></UserJourney>`
    expect(found('', { journeys })).toEqual([])
  })
})

const asking = (steps: string): Parts => ({
  relyingParty: `<SubJourneys><SubJourney Id="Ask" Type="Call"><OrchestrationSteps>${steps}</OrchestrationSteps></SubJourney></SubJourneys>`
})

describe('a sub journey', () => {
  it('that invokes itself is compiled once', () => {
    expect(found(invoking(1, 'Ask') + send(2), asking(exchangeStep(1, 'Call') + invoking(2, 'Ask')))).toEqual([])
  })

  it('is checked as a journey is, under its own name', () => {
    expect(found(invoking(1, 'Ask') + send(2), asking(exchangeStep(1, 'Call') + exchangeStep(3, 'Call')))).toEqual([
      [
        'TF2017',
        'sub journey "Ask" was expected to have step with order "2" but it was not found; the next one is "3"',
        '3'
      ]
    ])
  })
})
