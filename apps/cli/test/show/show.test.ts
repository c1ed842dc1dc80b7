import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Folder, runCli } from '../support/cli.ts'

const open = (id: string) =>
  `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com" PolicyId="${id}" PublicPolicyUri="http://contoso.onmicrosoft.com/${id}">`

const profile = (content: string) => `<ClaimsProviders><ClaimsProvider><DisplayName>API</DisplayName><TechnicalProfiles>
<TechnicalProfile Id="REST">
${content}
</TechnicalProfile>
</TechnicalProfiles></ClaimsProvider></ClaimsProviders>`

const base = `${open('B2C_1A_Base')}
${profile(`<DisplayName>Call</DisplayName>
<Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.RestfulProvider, Web.TPEngine" />
<Metadata>
<Item Key="ServiceUrl">https://one.contoso.example/a</Item>
<Item Key="AuthenticationType">None</Item>
</Metadata>
</TechnicalProfile>
<TechnicalProfile Id="Page">
<DisplayName>Ask</DisplayName>
<Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.SelfAssertedAttributeProvider, Web.TPEngine" />
<ValidationTechnicalProfiles><ValidationTechnicalProfile ReferenceId="REST" /></ValidationTechnicalProfiles>`)}
<UserJourneys><UserJourney Id="Journey"><OrchestrationSteps>
<OrchestrationStep Order="1" Type="ClaimsExchange"><ClaimsExchanges><ClaimsExchange Id="Call" TechnicalProfileReferenceId="REST" /></ClaimsExchanges></OrchestrationStep>
<OrchestrationStep Order="2" Type="ClaimsExchange">
<Preconditions><Precondition Type="ClaimsExist" ExecuteActionsIf="true"><Value>tier</Value><Action>SkipThisOrchestrationStep</Action></Precondition></Preconditions>
<ClaimsExchanges><ClaimsExchange Id="Ask" TechnicalProfileReferenceId="Page" /></ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="3" Type="InvokeSubJourney"><JourneyList><Candidate SubJourneyReferenceId="Sub" /></JourneyList></OrchestrationStep>
<OrchestrationStep Order="4" Type="InvokeSubJourney"><JourneyList><Candidate SubJourneyReferenceId="Sub" /></JourneyList></OrchestrationStep>
<OrchestrationStep Order="5" Type="SendClaims" />
</OrchestrationSteps></UserJourney></UserJourneys>
<SubJourneys><SubJourney Id="Sub" Type="Call"><OrchestrationSteps>
<OrchestrationStep Order="1" Type="ClaimsExchange"><ClaimsExchanges><ClaimsExchange Id="CallAgain" TechnicalProfileReferenceId="REST" /></ClaimsExchanges></OrchestrationStep>
</OrchestrationSteps></SubJourney></SubJourneys>
</TrustFrameworkPolicy>
`

const leaf = `${open('B2C_1A_Leaf')}
<BasePolicy><TenantId>contoso.onmicrosoft.com</TenantId><PolicyId>B2C_1A_Base</PolicyId></BasePolicy>
${profile(`<Metadata>
<Item Key="ServiceUrl">https://two.contoso.example/b</Item>
</Metadata>`)}
<RelyingParty><DefaultUserJourney ReferenceId="Journey" /></RelyingParty>
</TrustFrameworkPolicy>
`

let folder: Folder
beforeAll(() => {
  folder = new Folder({ 'Base.xml': base, 'Leaf.xml': leaf })
})
afterAll(() => folder[Symbol.dispose]())

const run = (...args: ReadonlyArray<string>) => runCli(args, { cwd: folder.path })

describe('trustframe show', () => {
  it('shows the merged element with the place of each line', async () => {
    const { status, stdout } = await run('show', 'technical-profile', 'rest', '.')
    await expect(stdout).toMatchFileSnapshot('golden/profile.txt')
    expect(status).toBe(0)
  })

  it('shows it as XML and as JSON', async () => {
    expect((await run('show', 'TechnicalProfile', 'REST', '.', '--format', 'xml')).stdout).toContain(
      '<Item Key="ServiceUrl">https://two.contoso.example/b</Item>'
    )
    const document: unknown = JSON.parse(
      (await run('show', 'TechnicalProfile', 'REST', '.', '--format', 'json')).stdout
    )
    expect(document).toMatchObject({
      version: 1,
      policy: 'B2C_1A_Leaf',
      kind: 'TechnicalProfile',
      id: 'REST',
      element: { name: 'TechnicalProfile' }
    })
  })

  it.each([
    [['show', 'TechnicalProfil', 'REST', '.'], 'did you mean "TechnicalProfile"?'],
    [['show', 'UserJourney', 'Jorney', '.'], 'did you mean "Journey"?'],
    [['graph', 'Jorney'], 'did you mean "Journey"?']
  ])('%j: exit 2, and advice', async (args, text) => {
    const { status, stderr } = await run(...args)
    expect(stderr).toContain(text)
    expect(status).toBe(2)
  })
})

describe('trustframe graph', () => {
  it.each([
    ['journey', 'mermaid'],
    ['journey', 'dot'],
    ['inheritance', 'mermaid'],
    ['calls', 'dot']
  ])('draws %s as %s', async (of, format) => {
    const { status, stdout } = await run('graph', '--of', of, '--format', format)
    await expect(stdout).toMatchFileSnapshot(`golden/${of}.${format}.txt`)
    expect(status).toBe(0)
  })
})
