/** The behavioural examples about errors on pages (43 to 48, 54 to 58), by their numbers. */
import { type FaultInput, type FaultText, type Outcome, reply, user } from '@trustframe/testing'
import { describe, expect, it } from 'vitest'
import { claimType, nameAndAge, type PolicyParts, type ProfileParts, restful, scenarioOf } from '../support/policy.ts'

/** A page whose validations are these, with the technical profiles that they need. */
const pageWith = (validations: string, profiles: string, outputs = '', content = ''): PolicyParts => ({
  claimTypes: `<ClaimType Id="code"><DisplayName>Code</DisplayName><DataType>string</DataType><UserInputType>TextBox</UserInputType></ClaimType>${claimType('made')}`,
  buildingBlocks: content,
  profiles: `<TechnicalProfile Id="Page"><DisplayName>Page</DisplayName>
  <Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.SelfAssertedAttributeProvider, Web.TPEngine, Version=1.0.0.0" />
  ${content === '' ? '' : '<Metadata><Item Key="ContentDefinitionReferenceId">api.page</Item></Metadata>'}
  <OutputClaims><OutputClaim ClaimTypeReferenceId="code" />${outputs}</OutputClaims>
  <ValidationTechnicalProfiles>${validations}</ValidationTechnicalProfiles>
</TechnicalProfile>${profiles}`
})

const entered = [user.submits({ code: '1234' })]

const submit = (fault: FaultInput, r: ProfileParts = {}, content = '', language = 'en'): Promise<Outcome> =>
  scenarioOf(r, pageWith('<ValidationTechnicalProfile ReferenceId="R" />', '', '', content), {
    faults: { R: fault },
    examples: true,
    context: { language }
  }).run({ profile: 'Page', user: entered })

const contract = (more: object = {}): FaultInput => ({ kind: 'contract', userMessage: 'Code wrong', ...more })

const httpError = (code: string, reason: string) =>
  `The claims exchange 'R' specified in step '1' returned HTTP error response with Code '${code}' and Reason '${reason}'.`

/** The words of a language for a timeout. */
const resources = (id: string, message: string) =>
  `<LocalizedResources Id="${id}"><LocalizedStrings><LocalizedString ElementType="ErrorMessage" StringId="UserMessageIfRequestTimeout">${message}</LocalizedString></LocalizedStrings></LocalizedResources>`

describe('what the page says', () => {
  it.each([
    ['43 a 409 with the error contract', contract(), {}, 'Code wrong'],
    ['44 a 400 whose body has status 409', contract({ status: 400 }), {}, 'Code wrong'],
    [
      '45 a 400 whose body has status 400',
      { kind: 'status', status: 400, body: { status: 400, userMessage: 'x' } },
      {},
      httpError('BadRequest', 'Bad Request')
    ],
    ['46 a 500', '500', {}, httpError('InternalServerError', 'Internal Server Error')],
    [
      '47 a 409 that is no JSON',
      { kind: 'status', status: 409, body: 'oops' },
      {},
      "The claims exchange 'R' specified in step '1' returned HTTP error response that could not be parsed."
    ],
    [
      '48 a 500 with a message of the policy',
      '500',
      { metadata: { DefaultUserMessageIfRequestFailed: 'Try later' } },
      'Try later'
    ],
    ['55 a refusal without DebugMode', contract({ developerMessage: 'dev' }), {}, 'Code wrong']
  ] satisfies ReadonlyArray<readonly [string, FaultInput, ProfileParts, string]>)('%s', async (_, fault, r, reads) => {
    const outcome = await submit(fault, r)
    expect([outcome.completed, outcome.userReads]).toEqual([false, reads])
  })

  it.each([
    ['en', 'It takes too long.'],
    ['de', 'Es dauert zu lange.'],
    ['fr', 'It takes too long.']
  ])('54 a timeout, in the language of the page: %s', async (language, text) => {
    const content = `<ContentDefinitions><ContentDefinition Id="api.page"><LoadUri>~/x.cshtml</LoadUri><RecoveryUri>~/e.html</RecoveryUri><DataUri>urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.30</DataUri><LocalizedResourcesReferences><LocalizedResourcesReference Language="en" LocalizedResourcesReferenceId="p.en" /><LocalizedResourcesReference Language="de" LocalizedResourcesReferenceId="p.de" /></LocalizedResourcesReferences></ContentDefinition></ContentDefinitions><Localization Enabled="true"><SupportedLanguages DefaultLanguage="en" MergeBehavior="Append"><SupportedLanguage>en</SupportedLanguage><SupportedLanguage>de</SupportedLanguage></SupportedLanguages>${resources('p.en', 'It takes too long.')}${resources('p.de', 'Es dauert zu lange.')}</Localization>`
    const outcome = await submit('timeout', { metadata: { UserMessageIfRequestTimeout: 'Slow' } }, content, language)
    expect(outcome.userReads).toBe(text)
  })

  it('43 nothing else has changed, and the user may try again', async () => {
    const outcome = await scenarioOf({}, pageWith('<ValidationTechnicalProfile ReferenceId="R" />', ''), {
      faults: { R: [contract(), 'ok'] } satisfies Record<string, ReadonlyArray<FaultInput>>,
      examples: true
    }).run({ profile: 'Page', user: [...entered, user.submits({ code: '5678' })] })
    expect([outcome.completed, outcome.claims]).toEqual([true, { code: '5678' }])
  })
})

/** A page that calls `R1`, which may fail, and then `R`. */
const list = (first: string, firstFault: FaultText, outputs = '') =>
  scenarioOf(
    { inputClaims: '<InputClaim ClaimTypeReferenceId="made" />', outputClaims: nameAndAge },
    pageWith(
      `<ValidationTechnicalProfile ReferenceId="R1" ${first} /><ValidationTechnicalProfile ReferenceId="R" />`,
      restful('R1', { outputClaims: '<OutputClaim ClaimTypeReferenceId="made" />' }),
      outputs
    ),
    {
      faults: { R1: firstFault },
      services: { R1: reply.json({ made: 'by R1' }), R: reply.json({ name: 'Ada', age: 36 }) }
    }
  ).run({ profile: 'Page', user: entered })

describe('a list of validations', () => {
  it('56 goes on after an error where ContinueOnError is set', async () => {
    const outcome = await list('ContinueOnError="true"', '500')
    expect([outcome.completed, outcome.requests.map(String)]).toEqual([
      true,
      ['POST https://api.test/p {}', 'POST https://api.test/p {}']
    ])
  })

  it('57 stops after a success where ContinueOnSuccess is false', async () => {
    const outcome = await list('ContinueOnSuccess="false"', 'ok')
    expect([outcome.completed, outcome.requests.map(({ technicalProfile }) => technicalProfile)]).toEqual([
      true,
      ['R1']
    ])
  })

  it('58 hands outputs to the next one, and to the journey only what the page lists', async () => {
    const outcome = await list('', 'ok')
    expect(outcome.requests.at(-1)?.body).toEqual({ made: 'by R1' })
    expect(outcome.claims).toEqual({ code: '1234' })
    const listed = await list('', 'ok', '<OutputClaim ClaimTypeReferenceId="made" />')
    expect(listed.claims).toEqual({ code: '1234', made: 'by R1' })
  })
})
