/** What is wrong with a declaration, and where: claims-transformations section 1. */
import { describe, expect, it } from 'vitest'
import {
  ClaimTable,
  compileTransformation,
  type TransformationDeclaration,
  type TransformationProblem
} from '@trustframe/claims'

const claims = new ClaimTable([
  { id: 'email', dataType: 'string' },
  { id: 'displayName', dataType: 'string' },
  { id: 'otherMails', dataType: 'stringCollection' },
  { id: 'isAdult', dataType: 'boolean' },
  { id: 'consentedAt', dataType: 'dateTime' },
  { id: 'counter', dataType: 'int' }
])

const changeCase: TransformationDeclaration = {
  id: 'Lower',
  method: 'ChangeCase',
  inputClaims: [{ claimTypeId: 'email', transformationClaimType: 'inputClaim1' }],
  inputParameters: [{ id: 'toCase', dataType: 'string', value: 'LOWER' }],
  outputClaims: [{ claimTypeId: 'displayName', transformationClaimType: 'outputClaim' }]
}

const problemsOf = (declaration: Partial<TransformationDeclaration>): ReadonlyArray<TransformationProblem> =>
  compileTransformation({ ...changeCase, ...declaration }, { claims }).problems

const table: ReadonlyArray<readonly [string, Partial<TransformationDeclaration>, TransformationProblem]> = [
  [
    'an unknown method',
    { method: 'ChangeCse' },
    {
      kind: 'UnknownMethod',
      effect: 'refused',
      part: { _tag: 'Method' },
      message: 'There is no TransformationMethod "ChangeCse". Did you mean "ChangeCase"?'
    }
  ],
  [
    'an input claim that is missing, in the words of the service',
    { method: 'StringJoin', inputClaims: [], inputParameters: [{ id: 'delimiter', dataType: 'string', value: ',' }] },
    {
      kind: 'MissingClaim',
      effect: 'refused',
      part: { _tag: 'Transformation' },
      message:
        'The following InputClaims were expected by the TransformMethod but were not declared: [StringCollection]inputClaim.'
    }
  ],
  [
    'an output claim that is missing',
    { outputClaims: [] },
    {
      kind: 'MissingClaim',
      effect: 'refused',
      part: { _tag: 'Transformation' },
      message:
        'The following OutputClaims were expected by the TransformMethod but were not declared: [String]outputClaim.'
    }
  ],
  [
    'an input claim of another data type',
    { inputClaims: [{ claimTypeId: 'consentedAt', transformationClaimType: 'inputClaim1' }] },
    {
      kind: 'WrongDataType',
      effect: 'refused',
      part: { _tag: 'InputClaim', index: 0 },
      message:
        '[DateTime]inputClaim1 was declared, but ChangeCase expects [String]inputClaim1. Use a ClaimType of data type string in place of "consentedAt".'
    }
  ],
  [
    'an output claim of another data type',
    { outputClaims: [{ claimTypeId: 'isAdult', transformationClaimType: 'outputClaim' }] },
    {
      kind: 'WrongDataType',
      effect: 'refused',
      part: { _tag: 'OutputClaim', index: 0 },
      message:
        '[Boolean]outputClaim was declared, but ChangeCase expects [String]outputClaim. Use a ClaimType of data type string in place of "isAdult".'
    }
  ],
  [
    'data types that must agree',
    {
      method: 'CopyClaim',
      inputParameters: [],
      inputClaims: [{ claimTypeId: 'counter', transformationClaimType: 'inputClaim' }]
    },
    {
      kind: 'WrongDataType',
      effect: 'refused',
      part: { _tag: 'Transformation' },
      message: 'CopyClaim gives "displayName" (string) the value of "counter" (int); both must have the same data type.'
    }
  ],
  [
    'a claim type that does not exist',
    { inputClaims: [{ claimTypeId: 'emial', transformationClaimType: 'inputClaim1' }] },
    {
      kind: 'UnknownClaimType',
      effect: 'refused',
      part: { _tag: 'InputClaim', index: 0 },
      message: 'There is no ClaimType "emial". Did you mean "email"?'
    }
  ],
  [
    'a slot that the method does not have',
    {
      inputClaims: [
        { claimTypeId: 'email', transformationClaimType: 'inputClaim1' },
        { claimTypeId: 'email', transformationClaimType: 'inputClaim2' }
      ]
    },
    {
      kind: 'UnexpectedClaim',
      effect: 'advice',
      part: { _tag: 'InputClaim', index: 1 },
      message: 'ChangeCase has no InputClaim "inputClaim2"; it is ignored. Did you mean "inputClaim1"?'
    }
  ],
  [
    'a slot in another case',
    { inputClaims: [{ claimTypeId: 'email', transformationClaimType: 'InputClaim1' }] },
    {
      kind: 'CaseDiffers',
      effect: 'advice',
      part: { _tag: 'InputClaim', index: 0 },
      message: 'The InputClaim "InputClaim1" of ChangeCase is written "inputClaim1".'
    }
  ],
  [
    'a slot that is declared twice',
    {
      inputClaims: [
        { claimTypeId: 'email', transformationClaimType: 'inputClaim1' },
        { claimTypeId: 'displayName', transformationClaimType: 'inputClaim1' }
      ]
    },
    {
      kind: 'DuplicateClaim',
      effect: 'advice',
      part: { _tag: 'InputClaim', index: 1 },
      message: 'The InputClaim "inputClaim1" is declared twice; the first one is used.'
    }
  ],
  [
    'a parameter that is missing',
    { inputParameters: [] },
    {
      kind: 'MissingParameter',
      effect: 'refused',
      part: { _tag: 'Transformation' },
      message: 'The InputParameter "toCase" of ChangeCase is missing.'
    }
  ],
  [
    'a parameter with another value',
    { inputParameters: [{ id: 'toCase', dataType: 'string', value: 'LOWWER' }] },
    {
      kind: 'InvalidParameter',
      effect: 'refused',
      part: { _tag: 'InputParameter', index: 0 },
      message:
        'The InputParameter "toCase" of ChangeCase is "LOWWER"; expected "LOWER" or "UPPER". Did you mean "LOWER"?'
    }
  ],
  [
    'a parameter in another case',
    { inputParameters: [{ id: 'ToCase', dataType: 'string', value: 'LOWER' }] },
    {
      kind: 'CaseDiffers',
      effect: 'advice',
      part: { _tag: 'InputParameter', index: 0 },
      message: 'The InputParameter "ToCase" of ChangeCase is written "toCase".'
    }
  ],
  [
    'a parameter of another data type, which B2C meets when it runs',
    { inputParameters: [{ id: 'toCase', dataType: 'boolean', value: 'LOWER' }] },
    {
      kind: 'WrongDataType',
      effect: 'fails',
      part: { _tag: 'InputParameter', index: 0 },
      message: 'The InputParameter "toCase" of ChangeCase has the data type "boolean"; expected "string".'
    }
  ],
  [
    'a parameter of no data type',
    { inputParameters: [{ id: 'toCase', dataType: 'text', value: 'LOWER' }] },
    {
      kind: 'WrongDataType',
      effect: 'refused',
      part: { _tag: 'InputParameter', index: 0 },
      message: 'The InputParameter "toCase" of ChangeCase has the data type "text"; expected "string".'
    }
  ],
  [
    'a parameter that the method does not have',
    {
      inputParameters: [
        { id: 'toCase', dataType: 'string', value: 'LOWER' },
        { id: 'tooCase', dataType: 'string', value: 'UPPER' }
      ]
    },
    {
      kind: 'UnexpectedParameter',
      effect: 'advice',
      part: { _tag: 'InputParameter', index: 1 },
      message: 'ChangeCase has no InputParameter "tooCase"; it is ignored. Did you mean "toCase"?'
    }
  ],
  [
    'a parameter that is declared twice',
    {
      inputParameters: [
        { id: 'toCase', dataType: 'string', value: 'LOWER' },
        { id: 'toCase', dataType: 'string', value: 'UPPER' }
      ]
    },
    {
      kind: 'DuplicateParameter',
      effect: 'advice',
      part: { _tag: 'InputParameter', index: 1 },
      message: 'The InputParameter "toCase" is declared twice; the first one is used.'
    }
  ],
  [
    'an integer that is none',
    {
      method: 'StringSubstring',
      inputClaims: [{ claimTypeId: 'email', transformationClaimType: 'inputClaim' }],
      inputParameters: [
        { id: 'startIndex', dataType: 'int', value: '0' },
        { id: 'length', dataType: 'int', value: 'two' }
      ]
    },
    {
      kind: 'InvalidParameter',
      effect: 'refused',
      part: { _tag: 'InputParameter', index: 1 },
      message:
        'The InputParameter "length" of StringSubstring is "two"; expected an integer from -2147483648 to 2147483647.'
    }
  ],
  [
    'a format string that fails when it runs',
    {
      method: 'FormatStringClaim',
      inputClaims: [{ claimTypeId: 'email', transformationClaimType: 'inputClaim' }],
      inputParameters: [{ id: 'stringFormat', dataType: 'string', value: '{0} {1}' }]
    },
    {
      kind: 'InvalidParameter',
      effect: 'fails',
      part: { _tag: 'InputParameter', index: 0 },
      message: 'The InputParameter "stringFormat" of FormatStringClaim refers to {1}, but there is one argument, {0}.'
    }
  ],
  [
    'a regular expression that cannot be honoured',
    {
      method: 'SetClaimsIfRegexMatch',
      inputClaims: [{ claimTypeId: 'email', transformationClaimType: 'claimToMatch' }],
      inputParameters: [{ id: 'matchTo', dataType: 'string', value: '(?<a-b>x)' }]
    },
    {
      kind: 'UnsupportedRegex',
      effect: 'refused',
      part: { _tag: 'InputParameter', index: 0 },
      message:
        'The InputParameter "matchTo" of SetClaimsIfRegexMatch cannot be used. The regular expression "(?<a-b>x)" cannot be honoured: balancing groups (?<a-b>…) are not supported, at character 5.'
    }
  ]
]

describe('compileTransformation reports', () => {
  it.each(table)('%s', (_shows, declaration, problem) => {
    expect(problemsOf(declaration)).toStrictEqual([problem])
  })

  it('every problem at once', () => {
    expect(
      problemsOf({ inputClaims: [], inputParameters: [], outputClaims: [] }).map(({ kind }) => kind)
    ).toStrictEqual(['MissingClaim', 'MissingClaim', 'MissingParameter'])
  })

  it('nothing when nothing is wrong', () => {
    expect(problemsOf({})).toStrictEqual([])
  })
})

describe('a transformation', () => {
  it('that can only fail still compiles, and fails with the problem as its reason', () => {
    const compiled = compileTransformation(
      { ...changeCase, inputParameters: [{ id: 'toCase', dataType: 'boolean', value: 'LOWER' }] },
      { claims }
    )
    if (compiled._tag !== 'CompiledTransformation') throw new Error('it is refused')
    const failure = compiled.run(claims.emptyBag(), {
      nowMillis: 0,
      random: () => 0,
      randomBytes: () => new Uint8Array(),
      policyKey: () => undefined
    })
    expect(failure?.message).toBe(
      'The claims transformation "Lower" (ChangeCase) failed: The InputParameter "toCase" of ChangeCase has the data type "boolean"; expected "string".'
    )
    expect(failure?.messageId).toBeUndefined()
  })

  it('finds claim types and slots without a TransformationClaimType by the name of the claim', () => {
    const table2 = new ClaimTable([
      { id: 'inputClaim1', dataType: 'string' },
      { id: 'outputClaim', dataType: 'string' }
    ])
    const compiled = compileTransformation(
      {
        ...changeCase,
        inputClaims: [{ claimTypeId: 'INPUTCLAIM1', transformationClaimType: 'inputClaim1' }],
        outputClaims: [{ claimTypeId: 'outputClaim' }]
      },
      { claims: table2 }
    )
    expect(compiled.problems).toStrictEqual([])
  })
})
