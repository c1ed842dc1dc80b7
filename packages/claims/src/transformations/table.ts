/** Every claims transformation method: the documented ones, and those that public policies use without documentation. */
import type { Transformation } from '../contract/defineTransformation.ts'
import { AndClaims } from './boolean/AndClaims.ts'
import { AssertBooleanClaimIsEqualToValue } from './boolean/AssertBooleanClaimIsEqualToValue.ts'
import { CompareBooleanClaimToValue } from './boolean/CompareBooleanClaimToValue.ts'
import { NotClaims } from './boolean/NotClaims.ts'
import { OrClaims } from './boolean/OrClaims.ts'
import { AssertDateTimeIsGreaterThan } from './date/AssertDateTimeIsGreaterThan.ts'
import { ConvertDateTimeToDateClaim } from './date/ConvertDateTimeToDateClaim.ts'
import { ConvertDateToDateTimeClaim } from './date/ConvertDateToDateTimeClaim.ts'
import { DateTimeComparison } from './date/DateTimeComparison.ts'
import { GetCurrentDateTime } from './date/GetCurrentDateTime.ts'
import { IsTermsOfUseConsentRequired } from './date/IsTermsOfUseConsentRequired.ts'
import { CopyClaim } from './general/CopyClaim.ts'
import { DoesClaimExist } from './general/DoesClaimExist.ts'
import { Hash } from './general/Hash.ts'
import { AdjustNumber } from './integer/AdjustNumber.ts'
import { AssertNumber } from './integer/AssertNumber.ts'
import { ConvertNumberToStringClaim } from './integer/ConvertNumberToStringClaim.ts'
import { CreateJsonArray } from './json/CreateJsonArray.ts'
import { GenerateJson } from './json/GenerateJson.ts'
import { GetClaimFromJson } from './json/GetClaimFromJson.ts'
import { GetClaimsFromJsonArray } from './json/GetClaimsFromJsonArray.ts'
import { GetClaimsFromJsonArrayV2 } from './json/GetClaimsFromJsonArrayV2.ts'
import { GetNumericClaimFromJson } from './json/GetNumericClaimFromJson.ts'
import { GetSingleItemFromJson } from './json/GetSingleItemFromJson.ts'
import { GetSingleValueFromJsonArray } from './json/GetSingleValueFromJsonArray.ts'
import { XmlStringToJsonString } from './json/XmlStringToJsonString.ts'
import { ConvertPhoneNumberClaimToString } from './phone/ConvertPhoneNumberClaimToString.ts'
import { ConvertStringToPhoneNumberClaim } from './phone/ConvertStringToPhoneNumberClaim.ts'
import { GetNationalNumberAndCountryCodeFromPhoneNumberString } from './phone/GetNationalNumberAndCountryCodeFromPhoneNumberString.ts'
import { AddItemToAlternativeSecurityIdCollection } from './social/AddItemToAlternativeSecurityIdCollection.ts'
import { AddItemToUserIdentityCollection } from './social/AddItemToUserIdentityCollection.ts'
import { CreateAlternativeSecurityId } from './social/CreateAlternativeSecurityId.ts'
import { CreateUserIdentity } from './social/CreateUserIdentity.ts'
import { GetIdentityProvidersFromAlternativeSecurityIdCollectionTransformation } from './social/GetIdentityProvidersFromAlternativeSecurityIdCollectionTransformation.ts'
import { GetIssuersFromUserIdentityCollectionTransformation } from './social/GetIssuersFromUserIdentityCollectionTransformation.ts'
import { RemoveAlternativeSecurityIdByIdentityProvider } from './social/RemoveAlternativeSecurityIdByIdentityProvider.ts'
import { RemoveUserIdentityFromCollectionByIssuer } from './social/RemoveUserIdentityFromCollectionByIssuer.ts'
import { AssertStringClaimsAreEqual } from './string/AssertStringClaimsAreEqual.ts'
import { BuildUri } from './string/BuildUri.ts'
import { ChangeCase } from './string/ChangeCase.ts'
import { CompareClaimToValue } from './string/CompareClaimToValue.ts'
import { CompareClaims } from './string/CompareClaims.ts'
import { CopyClaimIfPredicateMatch } from './string/CopyClaimIfPredicateMatch.ts'
import { CreateOtpSecret } from './string/CreateOtpSecret.ts'
import { CreateRandomString } from './string/CreateRandomString.ts'
import { CreateStringClaim } from './string/CreateStringClaim.ts'
import { FormatLocalizedString } from './string/FormatLocalizedString.ts'
import { FormatStringClaim } from './string/FormatStringClaim.ts'
import { FormatStringMultipleClaims } from './string/FormatStringMultipleClaims.ts'
import { GetLocalizedStringsTransformation } from './string/GetLocalizedStringsTransformation.ts'
import { GetMappedValueFromLocalizedCollection } from './string/GetMappedValueFromLocalizedCollection.ts'
import { LookupValue } from './string/LookupValue.ts'
import { NullClaim } from './string/NullClaim.ts'
import { ParseDomain } from './string/ParseDomain.ts'
import { SetClaimIfBooleansMatch } from './string/SetClaimIfBooleansMatch.ts'
import { SetClaimsIfRegexMatch } from './string/SetClaimsIfRegexMatch.ts'
import { SetClaimsIfStringsAreEqual } from './string/SetClaimsIfStringsAreEqual.ts'
import { SetClaimsIfStringsMatch } from './string/SetClaimsIfStringsMatch.ts'
import { StringContains } from './string/StringContains.ts'
import { StringJoin } from './string/StringJoin.ts'
import { StringReplace } from './string/StringReplace.ts'
import { StringSplit } from './string/StringSplit.ts'
import { StringSubstring } from './string/StringSubstring.ts'
import { AddItemToStringCollection } from './stringCollection/AddItemToStringCollection.ts'
import { AddParameterToStringCollection } from './stringCollection/AddParameterToStringCollection.ts'
import { GetSingleItemFromStringCollection } from './stringCollection/GetSingleItemFromStringCollection.ts'
import { StringCollectionContains } from './stringCollection/StringCollectionContains.ts'
import { StringCollectionContainsClaim } from './stringCollection/StringCollectionContainsClaim.ts'
import { GetAgeGroupConsentProvidedAndRequiresConsent } from './ageGating/GetAgeGroupConsentProvidedAndRequiresConsent.ts'

const all = [
  AndClaims,
  AssertBooleanClaimIsEqualToValue,
  CompareBooleanClaimToValue,
  NotClaims,
  OrClaims,
  AssertDateTimeIsGreaterThan,
  ConvertDateTimeToDateClaim,
  ConvertDateToDateTimeClaim,
  DateTimeComparison,
  GetCurrentDateTime,
  IsTermsOfUseConsentRequired,
  CopyClaim,
  DoesClaimExist,
  Hash,
  AdjustNumber,
  AssertNumber,
  ConvertNumberToStringClaim,
  CreateJsonArray,
  GenerateJson,
  GetClaimFromJson,
  GetClaimsFromJsonArray,
  GetClaimsFromJsonArrayV2,
  GetNumericClaimFromJson,
  GetSingleItemFromJson,
  GetSingleValueFromJsonArray,
  XmlStringToJsonString,
  ConvertPhoneNumberClaimToString,
  ConvertStringToPhoneNumberClaim,
  GetNationalNumberAndCountryCodeFromPhoneNumberString,
  AddItemToAlternativeSecurityIdCollection,
  AddItemToUserIdentityCollection,
  CreateAlternativeSecurityId,
  CreateUserIdentity,
  GetIdentityProvidersFromAlternativeSecurityIdCollectionTransformation,
  GetIssuersFromUserIdentityCollectionTransformation,
  RemoveAlternativeSecurityIdByIdentityProvider,
  RemoveUserIdentityFromCollectionByIssuer,
  AssertStringClaimsAreEqual,
  BuildUri,
  ChangeCase,
  CompareClaimToValue,
  CompareClaims,
  CopyClaimIfPredicateMatch,
  CreateOtpSecret,
  CreateRandomString,
  CreateStringClaim,
  FormatLocalizedString,
  FormatStringClaim,
  FormatStringMultipleClaims,
  GetLocalizedStringsTransformation,
  GetMappedValueFromLocalizedCollection,
  LookupValue,
  NullClaim,
  ParseDomain,
  SetClaimIfBooleansMatch,
  SetClaimsIfRegexMatch,
  SetClaimsIfStringsAreEqual,
  SetClaimsIfStringsMatch,
  StringContains,
  StringJoin,
  StringReplace,
  StringSplit,
  StringSubstring,
  AddItemToStringCollection,
  AddParameterToStringCollection,
  GetSingleItemFromStringCollection,
  StringCollectionContains,
  StringCollectionContainsClaim,
  GetAgeGroupConsentProvidedAndRequiresConsent
] as const satisfies ReadonlyArray<Transformation>

/** The built-in transformations by their documented name, in the order of the documentation's families. */
export const transformations: ReadonlyMap<string, Transformation> = new Map(
  all.map((transformation) => [transformation.contract.method, transformation])
)
