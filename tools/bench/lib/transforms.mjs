/** Ten claims transformations as data, the way they stand in a policy, and the claims they start from. */
export const INITIAL = [
  ['objectId', '5b0c7d2e-3f0a-4c57-9d5e-0c3c1f5f8a11'],
  ['givenName', 'Adele'],
  ['surname', 'Vance'],
  ['signInName', 'Adele.Vance@Contoso.example'],
  ['country', 'AT'],
  ['otherMails', ['old@contoso.example']],
  ['accountEnabled', true],
  ['extension_loyalty', 'gold'],
  ['tenantDomain', 'contoso.example'],
  ['ui_locales', 'de-AT']
]
const t = (id, method, inputs, params, outputs) => ({ id, method, inputs, params, outputs })
const c = (claim, as) => ({ claim, as })
export const POLICY_TRANSFORMS = [
  t('LowerEmail', 'ChangeCase', [c('signInName', 'inputClaim1')], { toCase: 'LOWER' }, [c('email', 'outputClaim')]),
  t(
    'CreateDisplayName',
    'FormatStringMultipleClaims',
    [c('givenName', 'inputClaim1'), c('surname', 'inputClaim2')],
    { stringFormat: '{0} {1}' },
    [c('displayName', 'outputClaim')]
  ),
  t('CreateUpn', 'FormatStringClaim', [c('objectId', 'inputClaim')], { stringFormat: 'cpim_{0}@tenant.example' }, [
    c('userPrincipalName', 'outputClaim')
  ]),
  t('CopySub', 'CopyClaim', [c('objectId', 'inputClaim')], {}, [c('sub', 'outputClaim')]),
  t('ParseDomain', 'ParseDomain', [c('email', 'emailAddress')], {}, [c('domain', 'domain')]),
  t(
    'CompareDomain',
    'CompareClaims',
    [c('domain', 'inputClaim1'), c('tenantDomain', 'inputClaim2')],
    { operator: 'EQUAL', ignoreCase: 'true' },
    [c('isInternal', 'outputClaim')]
  ),
  t('AddMail', 'AddItemToStringCollection', [c('email', 'item'), c('otherMails', 'collection')], {}, [
    c('otherMails', 'collection')
  ]),
  t('FirstMail', 'GetSingleItemFromStringCollection', [c('otherMails', 'collection')], {}, [
    c('primaryMail', 'extractedItem')
  ]),
  t(
    'MatchLocale',
    'SetClaimsIfRegexMatch',
    [c('ui_locales', 'claimToMatch')],
    { matchTo: '^de(-|$)', outputClaimIfMatched: 'german' },
    [c('languageGroup', 'outputClaim'), c('localeMatched', 'regexCompareResultClaim')]
  ),
  t(
    'AssertEnabled',
    'AssertBooleanClaimIsEqualToValue',
    [c('accountEnabled', 'inputClaim')],
    { valueToCompareTo: 'true' },
    []
  )
]
export const EXPECT = {
  email: 'adele.vance@contoso.example',
  displayName: 'Adele Vance',
  userPrincipalName: 'cpim_5b0c7d2e-3f0a-4c57-9d5e-0c3c1f5f8a11@tenant.example',
  sub: '5b0c7d2e-3f0a-4c57-9d5e-0c3c1f5f8a11',
  domain: 'contoso.example',
  isInternal: true,
  primaryMail: 'old@contoso.example',
  languageGroup: 'german',
  localeMatched: true
}
/** undefined, or what is wrong in the bag (any object with get). */
export const wrong = (get) => {
  for (const [k, v] of Object.entries(EXPECT)) if (get(k) !== v) return `${k} is ${JSON.stringify(get(k))}`
  const m = get('otherMails')
  return m.length === 2 && m[1] === EXPECT.email ? undefined : 'otherMails'
}
export class TransformError extends Error {}
