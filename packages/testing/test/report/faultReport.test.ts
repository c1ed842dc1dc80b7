import { faultReport, type FaultReportOptions, profileUses, triedFaults } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import { describe, expect, it } from 'vitest'
import {
  claimType,
  exchangeStep,
  fourMessages,
  nameAndAge,
  type PolicyParts,
  type ProfileParts,
  restful,
  scenarioOf
} from '../support/policy.ts'

const report = (r: ProfileParts = {}, parts: PolicyParts = {}, options: FaultReportOptions = {}) =>
  Effect.runPromise(faultReport(scenarioOf(r, parts).policy, options))

/** What a refusal leaks, with and without DebugMode. */
const leaksOfRefusal = async (debugMode: string) => {
  const { profiles } = await report({ metadata: { DebugMode: debugMode } })
  return profiles[0]?.findings.find(({ fault }) => fault.name === 'contract')?.leaks
}

/** A page that calls `V` when it is submitted. */
const page = `<TechnicalProfile Id="Page"><DisplayName>Page</DisplayName>
  <Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.SelfAssertedAttributeProvider, Web.TPEngine, Version=1.0.0.0" />
  <Metadata><Item Key="ContentDefinitionReferenceId">api.page</Item></Metadata>
  <OutputClaims><OutputClaim ClaimTypeReferenceId="name" /></OutputClaims>
  <ValidationTechnicalProfiles><ValidationTechnicalProfile ReferenceId="V" /></ValidationTechnicalProfiles>
</TechnicalProfile>`

describe('the faults of a policy', () => {
  it('are tried one by one, each from the beginning', async () => {
    const { profiles } = await report({ metadata: fourMessages, outputClaims: nameAndAge })
    expect(profiles.map(({ findings, technicalProfile }) => [technicalProfile, findings.length])).toEqual([
      ['R', triedFaults.length]
    ])
    expect(
      profiles[0]?.findings.map(({ attempts, fault, message, tag }) => [fault.name, tag, attempts, message?.text])
    ).toEqual([
      ['dns', 'DnsResolutionFailed', 1, 'It is not there.'],
      ['refused', 'ConnectionFailed', 2, 'It failed.'],
      ['tls', 'ConnectionFailed', 1, 'It failed.'],
      ['timeout:connect', 'RequestTimeout', 2, 'It is slow.'],
      ['timeout', 'RequestTimeout', 2, 'It is slow.'],
      ['timeout:body', 'RequestTimeout', 2, 'It is slow.'],
      ['reset', 'ConnectionFailed', 1, 'It failed.'],
      ['slow', undefined, 1, undefined],
      ['400', 'StatusRejected', 1, 'It failed.'],
      ['401', 'StatusRejected', 1, 'It failed.'],
      ['404', 'StatusRejected', 1, 'It failed.'],
      ['429', 'StatusRejected', 1, 'It failed.'],
      ['500', 'StatusRejected', 1, 'It failed.'],
      ['503', 'StatusRejected', 1, 'It failed.'],
      ['contract', 'ServiceRejected', 1, 'This is the message of the service.'],
      ['malformedJson', 'AnswerUnreadable', 1, 'It failed.'],
      ['missingMember', undefined, 1, undefined],
      ['wrongType', 'ClaimUnreadable', 1, 'It failed.'],
      ['circuitOpen', 'CircuitOpen', 0, 'It takes a break.']
    ])
  })

  it('show what leaks and what is missing in a policy without messages', async () => {
    const { profiles } = await report({ outputClaims: nameAndAge })
    const findings = profiles[0]?.findings ?? []
    const failed = findings.filter(({ tag }) => tag !== undefined)
    expect(failed.filter(({ missing }) => !missing).map(({ fault }) => fault.name)).toEqual(['contract'])
    expect(findings.find(({ fault }) => fault.name === 'timeout')?.leaks.map(({ kind }) => kind)).toEqual([
      'url',
      'internals'
    ])
    expect(findings.find(({ fault }) => fault.name === '500')?.leaks.map(({ kind }) => kind)).toEqual([
      'technicalProfile',
      'internals'
    ])
  })

  it('show the details that DebugMode shows', async () => {
    expect([await leaksOfRefusal('true'), await leaksOfRefusal('false')]).toEqual([
      [{ kind: 'details', found: 'details for developers' }],
      []
    ])
  })

  it('are tried for profiles that nobody calls, and for those that pages call, which answer to no application', async () => {
    const { profiles } = await report(
      {},
      {
        claimTypes: '',
        profiles: page + restful('V') + restful('Nobody'),
        journeys: `<UserJourney Id="Journey"><OrchestrationSteps>${exchangeStep(1, 'Page')}${exchangeStep(2, 'R')}<OrchestrationStep Order="3" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" /></OrchestrationSteps></UserJourney>`
      },
      { faults: triedFaults.filter(({ name }) => name === '500') }
    )
    expect(
      profiles.map(({ findings, technicalProfile, uses }) => [technicalProfile, uses, findings[0]?.relyingParty?.error])
    ).toEqual([
      ['R', [{ journey: 'Journey', step: 2, page: undefined }], 'server_error'],
      ['V', [{ journey: 'Journey', step: 1, page: 'Page' }], undefined],
      ['Nobody', [], 'server_error']
    ])
  })

  it('give everything that a call needs: claims for the URL, the body, the token and transformations', async () => {
    const { profiles } = await report(
      {
        metadata: {
          SendClaimsIn: 'Url',
          ServiceUrl: 'https://api.test/{name}/{age}?w={when}',
          AuthenticationType: 'Bearer',
          UseClaimAsBearerToken: 'token'
        },
        inputClaims: ['name', 'age', 'when', 'token']
          .map((id) => `<InputClaim ClaimTypeReferenceId="${id}" Required="true" />`)
          .join(''),
        before:
          '<InputClaimsTransformations><InputClaimsTransformation ReferenceId="Copy" /></InputClaimsTransformations>'
      },
      {
        claimTypes: claimType('when', 'dateTime') + claimType('token') + claimType('other'),
        transformations:
          '<ClaimsTransformation Id="Copy" TransformationMethod="CopyClaim"><InputClaims><InputClaim ClaimTypeReferenceId="other" TransformationClaimType="inputClaim" /></InputClaims><OutputClaims><OutputClaim ClaimTypeReferenceId="name" TransformationClaimType="outputClaim" /></OutputClaims></ClaimsTransformation>'
      }
    )
    expect(profiles[0]?.notes).toEqual([])
    expect(profiles[0]?.findings.find(({ fault }) => fault.name === 'slow')?.tag).toBeUndefined()
  })

  it('leave out transformations that example claims fail in, and say so', async () => {
    const { profiles } = await report(
      {
        before:
          '<InputClaimsTransformations><InputClaimsTransformation ReferenceId="Assert" /></InputClaimsTransformations>'
      },
      {
        claimTypes: claimType('flag', 'boolean'),
        transformations:
          '<ClaimsTransformation Id="Assert" TransformationMethod="AssertBooleanClaimIsEqualToValue"><InputClaims><InputClaim ClaimTypeReferenceId="flag" TransformationClaimType="inputClaim" /></InputClaims><InputParameters><InputParameter Id="valueToCompareTo" DataType="boolean" Value="false" /></InputParameters></ClaimsTransformation>'
      }
    )
    expect(profiles[0]?.notes).toEqual([
      'its claims transformations before the call fail with example claims and were left out; give better ones'
    ])
    expect(profiles[0]?.findings.find(({ fault }) => fault.name === 'dns')?.tag).toBe('DnsResolutionFailed')
  })

  it('skip what cannot happen, and say why', async () => {
    const { profiles } = await report({}, {}, { resilience: { circuitBreaker: false } })
    expect(profiles[0]?.skipped.map(({ fault, why }) => `${fault.name}: ${why}`)).toEqual([
      'missingMember: no output claim is taken from its answer',
      'wrongType: no output claim is taken from its answer',
      'circuitOpen: its circuit breaker is off'
    ])
  })

  it('report profiles that cannot be compiled as diagnostics', async () => {
    const { diagnostics, profiles } = await report({ metadata: { AuthenticationType: 'Foo' } })
    expect([profiles, diagnostics.map(({ code }) => code)]).toEqual([[], ['TF2002']])
  })
})

describe('where a policy calls its profiles', () => {
  it('is found in journeys, sub journeys, validations and display controls', () => {
    const control = `<DisplayControls><DisplayControl Id="Code" UserInterfaceControlType="VerificationControl"><Actions><Action Id="SendCode"><ValidationClaimsExchange><ValidationClaimsExchangeTechnicalProfile TechnicalProfileReferenceId="Send" /></ValidationClaimsExchange></Action></Actions></DisplayControl></DisplayControls>`
    const { policy } = scenarioOf(
      {},
      {
        buildingBlocks: control,
        profiles:
          page.replace(
            '<OutputClaims>',
            '<DisplayClaims><DisplayClaim DisplayControlReferenceId="Code" /></DisplayClaims><OutputClaims>'
          ) +
          restful('V') +
          restful('Send'),
        subJourneys: `<SubJourney Id="Sub" Type="Call"><OrchestrationSteps>${exchangeStep(1, 'Page')}</OrchestrationSteps></SubJourney>`
      }
    )
    expect(Object.fromEntries(profileUses(policy))).toEqual({
      start: [{ journey: 'Journey', step: 1, page: undefined }],
      r: [{ journey: 'Journey', step: 2, page: undefined }],
      page: [{ journey: 'Sub', step: 1, page: undefined }],
      v: [{ journey: 'Sub', step: 1, page: 'Page' }],
      send: [{ journey: 'Sub', step: 1, page: 'Page' }]
    })
  })
})

/** The words of a language for a timeout. */
const text = (id: string, message: string) =>
  `<LocalizedResources Id="${id}"><LocalizedStrings><LocalizedString ElementType="ErrorMessage" StringId="UserMessageIfRequestTimeout">${message}</LocalizedString></LocalizedStrings></LocalizedResources>`

describe('the message of a page', () => {
  it('is the one of its language, with its place, in each language that has words of its own', async () => {
    const { profiles } = await report(
      {},
      {
        buildingBlocks: `<ContentDefinitions><ContentDefinition Id="api.page"><LoadUri>~/x.cshtml</LoadUri><RecoveryUri>~/e.html</RecoveryUri><DataUri>urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.30</DataUri><LocalizedResourcesReferences><LocalizedResourcesReference Language="en" LocalizedResourcesReferenceId="p.en" /><LocalizedResourcesReference Language="de" LocalizedResourcesReferenceId="p.de" /></LocalizedResourcesReferences></ContentDefinition></ContentDefinitions><Localization Enabled="true"><SupportedLanguages DefaultLanguage="en" MergeBehavior="Append"><SupportedLanguage>en</SupportedLanguage><SupportedLanguage>de</SupportedLanguage></SupportedLanguages>${text('p.en', 'Too long.')}${text('p.de', 'Zu lange: api.test')}</Localization>`,
        profiles: page + restful('V', { metadata: { DefaultUserMessageIfRequestFailed: 'Failed.' } }),
        journeys: `<UserJourney Id="Journey"><OrchestrationSteps>${exchangeStep(1, 'Page')}<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" /></OrchestrationSteps></UserJourney>`
      },
      {
        profiles: ['v'],
        faults: triedFaults.filter(({ name }) => ['timeout', '500', 'contract', 'slow'].includes(name))
      }
    )
    const origin = { file: 'Policy.xml', line: expect.any(Number), column: expect.any(Number) }
    const key = 'UserMessageIfRequestTimeout'
    expect(profiles[0]?.findings.map(({ fault, localized, message }) => [fault.name, message, localized])).toEqual([
      [
        'timeout',
        { key, text: 'Too long.', source: 'localization', origin },
        [
          {
            language: 'de',
            message: { key, text: 'Zu lange: api.test', source: 'localization', origin },
            leaks: [{ kind: 'url', found: 'api.test' }]
          }
        ]
      ],
      ['slow', undefined, []],
      ['500', { key: 'DefaultUserMessageIfRequestFailed', text: 'Failed.', source: 'metadata', origin }, []],
      ['contract', { key: 'userMessage', text: 'This is the message of the service.', source: 'service' }, []]
    ])
  })
})
