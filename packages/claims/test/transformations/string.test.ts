/** String transformations: claims-transformations section 9. */
import { describe, expect, it } from 'vitest'
import { type Case, namedCase, run } from '../support/run.ts'

const failed = { error: 'TransformationFailed' }
const refused = { error: 'Refused' }
const notEqual = { error: 'UserMessageIfClaimsTransformationStringsAreNotEqual' }
const expressions = {
  TechnicalProfileId: 'Facebook-OAUTH',
  RelyingPartyTenantId: 'rp.onmicrosoft.com',
  TrustFrameworkTenantId: 'tf.onmicrosoft.com',
  AuthenticatorIssuer: 'Contoso demo'
}
const phones = (text: string): boolean => /^\+\d+$/.test(text)

const tables: Readonly<Record<string, ReadonlyArray<Case>>> = {
  AssertStringClaimsAreEqual: [
    ['the same', { inputClaim1: 'a', inputClaim2: 'a' }, { stringComparison: 'Ordinal' }, {}],
    ['case matters', { inputClaim1: 'a', inputClaim2: 'A' }, { stringComparison: 'ordinal' }, notEqual],
    ['case does not matter', { inputClaim1: 'é', inputClaim2: 'É' }, { stringComparison: 'ORDINALIGNORECASE' }, {}],
    ['one without a value', { inputClaim1: 'a', inputClaim2: null }, { stringComparison: 'Ordinal' }, notEqual],
    ['both without a value', { inputClaim1: null, inputClaim2: null }, { stringComparison: 'Ordinal' }, notEqual],
    [
      'a comparison of .NET that is not offered',
      { inputClaim1: 'a', inputClaim2: 'a' },
      { stringComparison: 'InvariantCulture' },
      refused
    ]
  ],
  BuildUri: [
    [
      'the path keeps : and @, the query is form-encoded, claims come before parameters',
      { path: 'a b:c@d/é', 'query.secret': 'x&y=z é' },
      { scheme: 'https', host: 'h', 'query.issuer': '{AuthenticatorIssuer}' },
      { outputClaim: 'https://h/a%20b:c@d/%C3%A9?secret=x%26y%3Dz+%C3%A9&issuer=Contoso+demo' },
      { environment: { expressions } }
    ],
    [
      'a query claim without a value is left out',
      { path: 'p', 'query.secret': null },
      { scheme: 's', host: 'h' },
      { outputClaim: 's://h/p' }
    ],
    ['a leading slash is not doubled', { path: '/p' }, { scheme: 's', host: 'h' }, { outputClaim: 's://h/p' }],
    ['? and # do not end the path', { path: 'a?b#c' }, { scheme: 's', host: 'h' }, { outputClaim: 's://h/a%3Fb%23c' }],
    [
      'half a character does not break it',
      { path: '\ud800' },
      { scheme: 's', host: 'h' },
      { outputClaim: 's://h/%EF%BF%BD' }
    ],
    ['a missing path fails', { path: null }, { scheme: 's', host: 'h' }, failed]
  ],
  ChangeCase: [
    ['to lower', { inputClaim1: 'AÉΣ' }, { toCase: 'lower' }, { outputClaim: 'aéσ' }],
    ['to upper', { inputClaim1: 'aéς' }, { toCase: 'UPPER' }, { outputClaim: 'AÉΣ' }],
    ['ß has no single upper case', { inputClaim1: 'straße' }, { toCase: 'UPPER' }, { outputClaim: 'STRAßE' }],
    ['a final sigma is not special', { inputClaim1: 'ΑΣ' }, { toCase: 'LOWER' }, { outputClaim: 'ασ' }],
    ['another case is refused', { inputClaim1: 'a' }, { toCase: 'TITLE' }, refused],
    ['a missing claim fails', { inputClaim1: null }, { toCase: 'LOWER' }, failed]
  ],
  CompareClaims: [
    ['case matters by default', { inputClaim1: 'a', inputClaim2: 'A' }, { operator: 'EQUAL' }, { outputClaim: false }],
    [
      'not equal',
      { inputClaim1: 'a', inputClaim2: 'A' },
      { operator: 'not equal', ignoreCase: 'false' },
      { outputClaim: true }
    ],
    [
      'ignoring case',
      { inputClaim1: 'a', inputClaim2: 'A' },
      { operator: 'EQUAL', ignoreCase: 'TRUE' },
      { outputClaim: true }
    ],
    ['one without a value', { inputClaim1: '', inputClaim2: null }, { operator: 'EQUAL' }, { outputClaim: false }],
    ['both without a value', { inputClaim1: null, inputClaim2: null }, { operator: 'EQUAL' }, { outputClaim: true }],
    [
      'ignoreCase as a boolean fails when it runs',
      { inputClaim1: 'a', inputClaim2: 'a' },
      { operator: 'EQUAL', ignoreCase: 'true' },
      failed,
      { parameterTypes: { ignoreCase: 'boolean' } }
    ]
  ],
  CompareClaimToValue: [
    ['equal', { inputClaim1: 'v1' }, { compareTo: 'V1', operator: 'equal', ignoreCase: 'true' }, { outputClaim: true }],
    ['no value is not equal', { inputClaim1: null }, { compareTo: '', operator: 'EQUAL' }, { outputClaim: false }],
    ['no value is different', { inputClaim1: null }, { compareTo: 'V1', operator: 'NOT EQUAL' }, { outputClaim: true }]
  ],
  CopyClaimIfPredicateMatch: [
    [
      'a match',
      { inputClaim: '+1425' },
      {},
      { outputClaim: '+1425' },
      { environment: { satisfiesPredicates: () => phones } }
    ],
    [
      'no match leaves the output',
      { inputClaim: 'bob' },
      {},
      { outputClaim: 'old' },
      { environment: { satisfiesPredicates: () => phones }, before: { outputClaim: 'old' } }
    ],
    [
      'without predicates every text matches',
      { inputClaim: 'bob' },
      {},
      { outputClaim: 'bob' },
      { environment: { satisfiesPredicates: () => undefined } }
    ],
    ['no value leaves the output', { inputClaim: null }, {}, { outputClaim: 'old' }, { before: { outputClaim: 'old' } }]
  ],
  CreateOtpSecret: [['ten bytes in base32', {}, {}, { outputClaim: 'aaaqeayeaudaocaj' }]],
  CreateRandomString: [
    [
      'a GUID of version 4',
      {},
      { randomGeneratorType: 'guid' },
      { outputClaim: '00010203-0405-4607-8809-0a0b0c0d0e0f' }
    ],
    [
      'an integer below the maximum',
      {},
      { randomGeneratorType: 'INTEGER', maximumNumber: '1000' },
      { outputClaim: '500' }
    ],
    [
      'the maximum is not drawn',
      {},
      { randomGeneratorType: 'INTEGER', maximumNumber: '10' },
      { outputClaim: '9' },
      { ambient: { random: () => 1 - 2 ** -53 } }
    ],
    ['an int by default', {}, { randomGeneratorType: 'INTEGER' }, { outputClaim: '1073741823' }],
    [
      "the integer of .NET's seeded generator",
      {},
      { randomGeneratorType: 'INTEGER', maximumNumber: '1000', seed: '42' },
      { outputClaim: '668' }
    ],
    [
      'formatted, then encoded',
      {},
      { randomGeneratorType: 'INTEGER', maximumNumber: '2', stringFormat: 'ü{0}', base64: 'true' },
      { outputClaim: 'w7wx' }
    ],
    ['a format with two placeholders fails', {}, { randomGeneratorType: 'GUID', stringFormat: '{1}' }, failed],
    ['a negative maximum fails', {}, { randomGeneratorType: 'INTEGER', maximumNumber: '-1' }, failed]
  ],
  GuidAndRandomGenerator: [
    [
      'is the older name of CreateRandomString',
      {},
      { randomGeneratorType: 'INTEGER', maximumNumber: '8' },
      { outputClaim: '4' }
    ]
  ],
  setclaimsifregexmatch: [
    [
      'method names ignore case',
      { claimToMatch: 'a' },
      { matchTo: 'a' },
      { outputClaim: null, regexCompareResultClaim: true }
    ]
  ],
  CreateStringClaim: [
    ['empty text', {}, { value: '' }, { createdClaim: '' }],
    [
      'expressions',
      {},
      { value: '{TechnicalProfileId} {RelyingPartyTenantId} {TrustFrameworkTenantId} {AuthenticatorIssuer}' },
      { createdClaim: 'Facebook-OAUTH rp.onmicrosoft.com tf.onmicrosoft.com Contoso demo' },
      { environment: { expressions } }
    ],
    [
      'an expression without a value stays',
      {},
      { value: '{RelyingPartyTenantId}' },
      { createdClaim: '{RelyingPartyTenantId}' }
    ],
    ['claims resolvers are not resolved', {}, { value: '{Culture:LCID}' }, { createdClaim: '{Culture:LCID}' }],
    ['the parameter must be there', {}, {}, refused]
  ],
  FormatLocalizedString: [
    [
      'claims in order, one without a value is empty',
      { b: '2', a: null },
      { stringFormatId: 'Greeting' },
      { outputClaim: '[2][]{}' },
      {
        environment: {
          localizedString: (type, id, language) =>
            `${type}/${id}/${language}` === 'FormatLocalizedStringTransformationClaimType/Greeting/en'
              ? '[{0}][{1}]{{}}'
              : undefined
        }
      }
    ],
    ['a string that is not there fails', { a: '1' }, { stringFormatId: 'Greeting' }, failed],
    [
      'a placeholder without a claim fails',
      { a: '1' },
      { stringFormatId: 'Greeting' },
      failed,
      { environment: { localizedString: () => '{1}' } }
    ],
    [
      'a format that cannot be read fails',
      { a: '1' },
      { stringFormatId: 'Greeting' },
      failed,
      { environment: { localizedString: () => '{' } }
    ],
    [
      '4000 characters',
      { a: 'x'.repeat(3999) },
      { stringFormatId: 'Greeting' },
      { outputClaim: `!${'x'.repeat(3999)}` },
      { environment: { localizedString: () => '!{0}' } }
    ],
    [
      'more fails',
      { a: 'x'.repeat(4000) },
      { stringFormatId: 'Greeting' },
      failed,
      { environment: { localizedString: () => '!{0}' } }
    ]
  ],
  FormatStringClaim: [
    ['no value is empty text', { inputClaim: null }, { stringFormat: 'ID_{0}' }, { outputClaim: 'ID_' }],
    [
      'expressions come first',
      { inputClaim: 'x' },
      { stringFormat: '{0}@{RelyingPartyTenantId}' },
      { outputClaim: 'x@rp.onmicrosoft.com' },
      { environment: { expressions } }
    ],
    [
      'an expression without a value stays',
      { inputClaim: 'x' },
      { stringFormat: '{0}@{RelyingPartyTenantId}' },
      { outputClaim: 'x@{RelyingPartyTenantId}' }
    ],
    ['a second placeholder fails', { inputClaim: 'x' }, { stringFormat: '{0}{1}' }, failed],
    ['a lone brace fails', { inputClaim: 'x' }, { stringFormat: '{0} }' }, failed],
    ['4000 characters', { inputClaim: 'x' }, { stringFormat: 'a'.repeat(4000) }, { outputClaim: 'a'.repeat(4000) }],
    ['a longer format fails', { inputClaim: 'x' }, { stringFormat: 'a'.repeat(4001) }, failed]
  ],
  FormatStringMultipleClaims: [
    ['in any order', { inputClaim1: 'a', inputClaim2: 'b' }, { stringFormat: '{1}{0}{1}' }, { outputClaim: 'bab' }],
    [
      'no value is empty text',
      { inputClaim1: null, inputClaim2: null },
      { stringFormat: '{0} {1}' },
      { outputClaim: ' ' }
    ],
    ['a third placeholder fails', { inputClaim1: 'a', inputClaim2: 'b' }, { stringFormat: '{2}' }, failed]
  ],
  GetLocalizedStringsTransformation: [
    [
      'the strings that are there',
      {},
      {},
      { subject: 'Hello', missing: 'old' },
      {
        outputs: { subject: 'string', missing: 'string' },
        before: { missing: 'old' },
        environment: {
          localizedString: (type, id, language) =>
            `${type}/${id}/${language}` === 'GetLocalizedStringsTransformationClaimType/subject/en'
              ? 'Hello'
              : undefined
        }
      }
    ],
    ['without a content definition nothing is found', {}, {}, { subject: null }, { outputs: { subject: 'string' } }]
  ],
  GetMappedValueFromLocalizedCollection: [
    [
      'the value of the option with the text',
      { mapFromClaim: 'b' },
      {},
      { restrictionValueClaim: 'B' },
      {
        environment: {
          restriction: (_id, language) => [
            { text: 'a', value: 'A' },
            { text: 'b', value: language === 'en' ? 'B' : '' }
          ]
        }
      }
    ],
    [
      'case matters',
      { mapFromClaim: 'B' },
      {},
      { restrictionValueClaim: 'old' },
      { before: { restrictionValueClaim: 'old' }, environment: { restriction: () => [{ text: 'b', value: 'B' }] } }
    ],
    ['no options', { mapFromClaim: 'b' }, {}, { restrictionValueClaim: null }],
    [
      'no value',
      { mapFromClaim: null },
      {},
      { restrictionValueClaim: null },
      { environment: { restriction: () => [{ text: 'b', value: 'B' }] } }
    ]
  ],
  LookupValue: [
    ['the parameter of that id', { inputParameterId: 'b' }, { a: '1', b: '2' }, { outputClaim: '2' }],
    [
      'case matters',
      { inputParameterId: 'B' },
      { a: '1', b: '2' },
      { outputClaim: 'old' },
      { before: { outputClaim: 'old' } }
    ],
    ['no value finds nothing', { inputParameterId: null }, { a: '1' }, { outputClaim: null }],
    [
      'no value raises on request',
      { inputParameterId: null },
      { a: '1', errorOnFailedLookup: 'true' },
      { error: 'LookupNotFound' }
    ],
    [
      'errorOnFailedLookup is no key',
      { inputParameterId: 'errorOnFailedLookup' },
      { errorOnFailedLookup: 'false' },
      { outputClaim: null }
    ]
  ],
  NullClaim: [
    [
      'takes the value away',
      {},
      {},
      { claim_to_null: null },
      { before: { claim_to_null: 'x' }, outputs: { claim_to_null: 'string' } }
    ],
    [
      'of every data type',
      {},
      {},
      { claim_to_null: null },
      { before: { claim_to_null: ['x'] }, outputs: { claim_to_null: 'stringCollection' } }
    ]
  ],
  ParseDomain: [
    ['case is kept', { emailAddress: 'joe@Outlook.COM' }, {}, { domain: 'Outlook.COM' }],
    ['no address gives empty text', { emailAddress: 'joe' }, {}, { domain: '' }],
    ['no local part', { emailAddress: '@outlook.com' }, {}, { domain: '' }],
    ['no domain', { emailAddress: 'joe@' }, {}, { domain: '' }],
    ['two of @', { emailAddress: 'joe@x@outlook.com' }, {}, { domain: '' }],
    ['a missing claim fails', { emailAddress: null }, {}, failed]
  ],
  SetClaimIfBooleansMatch: [
    ['a match', { claimToMatch: false }, { matchTo: 'False', outputClaimIfMatched: 'x' }, { outputClaim: 'x' }],
    [
      'no match leaves the output',
      { claimToMatch: true },
      { matchTo: 'false', outputClaimIfMatched: 'x' },
      { outputClaim: 'old' },
      { before: { outputClaim: 'old' } }
    ],
    ['a missing claim fails', { claimToMatch: null }, { matchTo: 'false', outputClaimIfMatched: 'x' }, failed],
    [
      'a string claim is refused',
      { claimToMatch: 'true' },
      { matchTo: 'true', outputClaimIfMatched: 'x' },
      refused,
      { types: { claimToMatch: 'string' } }
    ]
  ],
  SetClaimsIfRegexMatch: [
    [
      'a match',
      { claimToMatch: 'abc' },
      { matchTo: 'b', outputClaimIfMatched: 'x' },
      { outputClaim: 'x', regexCompareResultClaim: true }
    ],
    [
      'no match takes the value away',
      { claimToMatch: 'abc' },
      { matchTo: '^b', outputClaimIfMatched: 'x' },
      { outputClaim: null, regexCompareResultClaim: false },
      { before: { outputClaim: 'old' } }
    ],
    [
      'without a text the output stays on a match',
      { claimToMatch: 'abc' },
      { matchTo: 'b' },
      { outputClaim: 'old', regexCompareResultClaim: true },
      { before: { outputClaim: 'old' } }
    ],
    [
      'named groups',
      { claimToMatch: 'emily@contoso.com' },
      { matchTo: "(?<alias>.*)@(?'domain'.*)|(?<phone>\\d+)", extractGroups: 'true' },
      { outputClaim: null, regexCompareResultClaim: true, alias: 'emily', domain: 'contoso.com', phone: 'old' },
      { outputs: { alias: 'string', domain: 'string', phone: 'string' }, before: { phone: 'old' } }
    ],
    [
      'groups stay when nothing matches',
      { claimToMatch: 'x' },
      { matchTo: '(?<digit>\\d)', extractGroups: 'true' },
      { outputClaim: null, regexCompareResultClaim: false, digit: 'old' },
      { outputs: { digit: 'string' }, before: { digit: 'old' } }
    ],
    ['a pattern that takes too long fails', { claimToMatch: `${'a'.repeat(40)}!` }, { matchTo: '^(a+)+\\1$' }, failed],
    [
      'groups that take too long fail',
      { claimToMatch: `${'a'.repeat(40)}!` },
      { matchTo: '^(?<g>(a+)+)\\1$', extractGroups: 'true' },
      failed,
      { outputs: { g: 'string' } }
    ],
    ['a pattern that is none fails when it runs', { claimToMatch: 'a' }, { matchTo: '(' }, failed],
    ['a pattern that cannot be honoured is refused', { claimToMatch: 'a' }, { matchTo: '(?<a>x)?(?(a)y|z)' }, refused],
    ['a missing claim fails', { claimToMatch: null }, { matchTo: 'a' }, failed]
  ],
  SetClaimsIfStringsAreEqual: [
    [
      'equal',
      { inputClaim: 'V1' },
      { matchTo: 'v1', stringComparison: 'ordinalIgnoreCase', stringMatchMsg: 'm', stringMatchMsgCode: 'c' },
      { outputClaim1: 'm', outputClaim2: 'c', stringCompareResultClaim: true }
    ],
    [
      'different leaves message and code',
      { inputClaim: 'V1' },
      { matchTo: 'v1', stringComparison: 'Ordinal', stringMatchMsg: 'm' },
      { outputClaim1: 'old', outputClaim2: null, stringCompareResultClaim: false },
      { before: { outputClaim1: 'old' } }
    ],
    ['a missing claim fails', { inputClaim: null }, { matchTo: '', stringComparison: 'Ordinal' }, failed]
  ],
  SetClaimsIfStringsMatch: [
    [
      'a match',
      { claimToMatch: 'Minor' },
      { matchTo: 'minor', stringComparison: 'OrdinalIgnoreCase', outputClaimIfMatched: 'x' },
      { outputClaim: 'x', stringCompareResultClaim: true }
    ],
    [
      'no match takes the value away',
      { claimToMatch: 'Adult' },
      { matchTo: 'Minor', stringComparison: 'Ordinal', outputClaimIfMatched: 'x' },
      { outputClaim: null, stringCompareResultClaim: false },
      { before: { outputClaim: 'old' } }
    ],
    [
      'a missing claim fails',
      { claimToMatch: null },
      { matchTo: 'Minor', stringComparison: 'Ordinal', outputClaimIfMatched: 'x' },
      failed
    ]
  ],
  StringContains: [
    ['case matters by default', { inputClaim: 'Admin' }, { contains: 'admin' }, { outputClaim: false }],
    ['ignoring case', { inputClaim: 'Admin' }, { contains: 'DMI', ignoreCase: 'true' }, { outputClaim: true }],
    ['empty text is in every text', { inputClaim: '' }, { contains: '' }, { outputClaim: true }],
    ['a missing claim fails', { inputClaim: null }, { contains: 'a' }, failed]
  ],
  StringJoin: [
    ['items', { inputClaim: ['a', '', 'b'] }, { delimiter: ', ' }, { outputClaim: 'a, , b' }],
    ['no items', { inputClaim: [] }, { delimiter: ',' }, { outputClaim: '' }],
    ['a missing collection fails', { inputClaim: null }, { delimiter: ',' }, failed]
  ],
  StringReplace: [
    [
      'every occurrence, literally',
      { inputClaim: 'a.b.c' },
      { oldValue: '.', newValue: '$&' },
      { outputClaim: 'a$&b$&c' }
    ],
    ['an empty oldValue fails', { inputClaim: 'a' }, { oldValue: '', newValue: 'x' }, failed],
    ['a missing claim fails', { inputClaim: null }, { oldValue: 'a', newValue: 'x' }, failed]
  ],
  StringSplit: [
    ['empty parts are kept', { inputClaim: ',a,,b' }, { delimiter: ',' }, { outputClaim: ['', 'a', '', 'b'] }],
    [
      'what was there is lost',
      { inputClaim: 'a' },
      { delimiter: ',' },
      { outputClaim: ['a'] },
      { before: { outputClaim: ['x', 'y'] } }
    ],
    ['empty text is one empty part', { inputClaim: '' }, { delimiter: ',' }, { outputClaim: [''] }],
    ['an empty delimiter leaves the text whole', { inputClaim: 'ab' }, { delimiter: '' }, { outputClaim: ['ab'] }],
    ['a missing claim fails', { inputClaim: null }, { delimiter: ',' }, failed]
  ],
  StringSubstring: [
    ['a part', { inputClaim: 'abc' }, { startIndex: '1', length: '2' }, { outputClaim: 'bc' }],
    ['positions are UTF-16 units', { inputClaim: '😀a' }, { startIndex: '2', length: '1' }, { outputClaim: 'a' }],
    ['the end of the text', { inputClaim: 'abc' }, { startIndex: '3', length: '0' }, { outputClaim: '' }],
    ['beyond the end fails', { inputClaim: 'abc' }, { startIndex: '2', length: '2' }, failed],
    ['a negative length fails', { inputClaim: 'abc' }, { startIndex: '2', length: '-1' }, failed],
    ['a missing claim fails', { inputClaim: null }, { startIndex: '0', length: '0' }, failed]
  ]
}

describe.each(Object.entries(tables))('%s', (method, cases) => {
  it.each(cases.map(namedCase))('$shows', ({ expected, inputs, options, parameters }) => {
    expect(run(method, inputs, parameters, options)).toStrictEqual(expected)
  })
})
