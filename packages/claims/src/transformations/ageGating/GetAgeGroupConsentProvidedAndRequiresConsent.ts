/** GetAgeGroupConsentProvidedAndRequiresConsent: the age group of a person, and whether a parent must consent. */
import type { CalendarDate } from '../../ClaimValue.ts'
import { claimOrNone, defineTransformation, optionalClaim, optionalOutput } from '../../contract/index.ts'
import { dateOfInstant, instantFromMillis } from '../../convert/dates.ts'
import { ageRuleOf } from './countryRules.ts'

/** Completed years from a birthday to a day. */
const ageOn = (birth: CalendarDate, day: CalendarDate): number =>
  day.year - birth.year - (day.month < birth.month || (day.month === birth.month && day.day < birth.day) ? 1 : 0)

/**
 * Source: claims-transformations 11 (undocumented as a method). The reference is certain of the two ends only; between the age
 * of consent and the age of majority a person is NotAdult, and in a country without an age of consent a Minor who needs none.
 */
export const GetAgeGroupConsentProvidedAndRequiresConsent = defineTransformation({
  method: 'GetAgeGroupConsentProvidedAndRequiresConsent',
  family: 'ageGating',
  summary: 'The age group of a person, and whether parental consent is needed.',
  remarks: [
    'The ages of consent and of majority are those of the country; a country that is not known has majority at 18.',
    'Without a date of birth the age group is Undefined. The service does not document this method.'
  ],
  inputs: [
    claimOrNone('dateOfBirth', 'date'),
    claimOrNone('countryCode', 'string'),
    optionalClaim('consentProvidedForMinor', 'string')
  ],
  parameters: {},
  outputs: [
    optionalOutput('ageGroup', 'string'),
    optionalOutput('requiresParentalConsent', 'boolean'),
    optionalOutput('consentProvidedForMinor', 'string')
  ],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/manage-user-access#calculating-age',
  example: {
    inputs: { dateOfBirth: '2015-05-05', countryCode: 'US' },
    parameters: {},
    outputs: { ageGroup: 'Minor', requiresParentalConsent: 'true' }
  },
  transform: () => (dateOfBirth, countryCode, consent, ambient) => {
    if (dateOfBirth === undefined) return ['Undefined', undefined, consent]
    const age = ageOn(dateOfBirth, dateOfInstant(instantFromMillis(ambient.nowMillis)))
    const { consentAge, majority } = ageRuleOf(countryCode)
    if (age >= majority) return ['Adult', false, 'NotRequired']
    if (consentAge === undefined) return ['Minor', false, 'NotRequired']
    return age < consentAge ? ['Minor', true, consent] : ['NotAdult', false, 'NotRequired']
  }
})
