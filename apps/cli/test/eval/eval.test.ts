import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Folder, runCli } from '../support/cli.ts'

const policy = `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Own" PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Own">
<BuildingBlocks><ClaimsSchema>
<ClaimType Id="givenName"><DisplayName>Given name</DisplayName><DataType>string</DataType></ClaimType>
<ClaimType Id="surname"><DisplayName>Surname</DisplayName><DataType>string</DataType></ClaimType>
<ClaimType Id="displayName"><DisplayName>Name</DisplayName><DataType>string</DataType></ClaimType>
</ClaimsSchema><ClaimsTransformations>
<ClaimsTransformation Id="CreateDisplayName" TransformationMethod="FormatStringMultipleClaims">
<InputClaims><InputClaim ClaimTypeReferenceId="givenName" TransformationClaimType="inputClaim1" /><InputClaim ClaimTypeReferenceId="surname" TransformationClaimType="inputClaim2" /></InputClaims>
<InputParameters><InputParameter Id="stringFormat" DataType="string" Value="{0} {1}" /></InputParameters>
<OutputClaims><OutputClaim ClaimTypeReferenceId="displayName" TransformationClaimType="outputClaim" /></OutputClaims>
</ClaimsTransformation>
</ClaimsTransformations></BuildingBlocks>
</TrustFrameworkPolicy>
`

let folder: Folder
beforeAll(() => {
  folder = new Folder({ 'Own.xml': policy })
})
afterAll(() => folder[Symbol.dispose]())

const evaluate = (...args: ReadonlyArray<string>) => runCli(['eval', ...args], { cwd: folder.path })

describe('trustframe eval', () => {
  it.each<[string, ReadonlyArray<string>, string, number]>([
    [
      'a method',
      ['ChangeCase', '--claim', 'inputClaim1=SomeOne@Contoso.com', '--param', 'toCase=LOWER'],
      'outputClaim = someone@contoso.com\n',
      0
    ],
    ['a collection', ['StringJoin', '--claim', 'inputClaim=a,b', '--param', 'delimiter=-'], 'outputClaim = a-b\n', 0],
    [
      'claims of any number, with data types',
      ['GenerateJson', '--claim', 'a.b=x', '--claim', 'n:int=2'],
      'outputClaim = {"a":{"b":"x"},"n":2}\n',
      0
    ],
    [
      'the time',
      ['GetCurrentDateTime', '--now', '2026-01-01T00:00:00Z'],
      'currentDateTime = "2026-01-01T00:00:00.0000000Z"\n',
      0
    ],
    [
      'a claims transformation of a policy',
      ['createdisplayname', 'Own.xml', '--claim', 'givenName=Ada', '--claim', 'surname=Lovelace'],
      'displayName = Ada Lovelace\n',
      0
    ],
    [
      'a failure, with the message that the user reads',
      [
        'AssertStringClaimsAreEqual',
        '--claim',
        'inputClaim1=a',
        '--claim',
        'inputClaim2=b',
        '--param',
        'stringComparison=Ordinal'
      ],
      'failed: the texts differ\n  message UserMessageIfClaimsTransformationStringsAreNotEqual: Claim value comparison failed using StringComparison "Ordinal".\n',
      1
    ]
  ])('tries %s', async (_, args, stdout, status) => {
    expect(await evaluate(...args)).toEqual({ status, stdout, stderr: '' })
  })

  it('repeats random results for a seed, as JSON', async () => {
    const args = ['CreateRandomString', '--param', 'randomGeneratorType=GUID', '--seed', 'a', '--format', 'json']
    const [first, second] = await Promise.all([evaluate(...args), evaluate(...args)])
    expect(JSON.parse(first.stdout)).toEqual({
      version: 1,
      outcome: 'completed',
      claims: { outputClaim: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) }
    })
    expect(second.stdout).toBe(first.stdout)
  })

  it('shows the contract with --help after the name of a method', async () => {
    const { status, stdout } = await evaluate('SetClaimsIfRegexMatch', '--help')
    await expect(stdout).toMatchFileSnapshot('golden/contract.txt')
    expect(status).toBe(0)
  })

  it.each([
    ['a method that does not exist', ['ChangeCas'], 'did you mean "ChangeCase"?'],
    [
      'a claim that does not exist',
      ['ChangeCase', '--claim', 'inputClaim=x', '--param', 'toCase=LOWER'],
      'did you mean "inputClaim1"?'
    ],
    [
      'a parameter that is missing',
      ['ChangeCase', '--claim', 'inputClaim1=x'],
      'The InputParameter "toCase" of ChangeCase is missing.'
    ],
    [
      'a value that does not fit',
      ['AdjustNumber', '--claim', 'inputClaim=x'],
      'the value of claim "inputClaim" is no int'
    ],
    ['a time that is none', ['GetCurrentDateTime', '--now', 'soon'], '"soon" is no time']
  ])('says what is wrong with %s', async (_, args, text) => {
    const { status, stderr } = await evaluate(...args)
    expect(stderr).toContain(text)
    expect(status).toBe(2)
  })
})
