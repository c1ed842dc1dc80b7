/** Age gating: claims-transformations section 11. */
import { describe, expect, it } from 'vitest'
import { type Case, namedCase, run } from '../support/run.ts'

const method = 'GetAgeGroupConsentProvidedAndRequiresConsent'

/** On 2022-01-14. */
const person = (dateOfBirth: string | null, countryCode: string | null, consent: string | null = null) => ({
  dateOfBirth,
  countryCode,
  consentProvidedForMinor: consent
})
const group = (ageGroup: string, requires: boolean | null, consent: string | null) => ({
  ageGroup,
  requiresParentalConsent: requires,
  consentProvidedForMinor: consent
})

const cases: ReadonlyArray<Case> = [
  ['an adult on the eighteenth birthday', person('2004-01-14', 'US'), {}, group('Adult', false, 'NotRequired')],
  ['not an adult the day before', person('2004-01-15', 'US'), {}, group('NotAdult', false, 'NotRequired')],
  ['a minor below the age of consent', person('2009-01-15', 'us'), {}, group('Minor', true, null)],
  ['the consent that was given stays', person('2015-05-05', 'FR', 'Granted'), {}, group('Minor', true, 'Granted')],
  ['sixteen in Germany, not thirteen', person('2007-01-14', 'DE'), {}, group('Minor', true, null)],
  ['majority at twenty in Thailand', person('2003-01-01', 'TH'), {}, group('Minor', false, 'NotRequired')],
  ['majority at twenty-one in Singapore', person('2001-01-14', 'SG'), {}, group('Adult', false, 'NotRequired')],
  [
    'a country that is not known has majority at eighteen',
    person('2004-01-14', 'ZZ'),
    {},
    group('Adult', false, 'NotRequired')
  ],
  ['no country', person('2010-01-01', null), {}, group('Minor', false, 'NotRequired')],
  ['no date of birth', person(null, 'US', 'Denied'), {}, group('Undefined', null, 'Denied')],
  ['born on a leap day', person('2004-02-29', 'US'), {}, group('NotAdult', false, 'NotRequired')]
]

describe('GetAgeGroupConsentProvidedAndRequiresConsent', () => {
  it.each(cases.map(namedCase))('$shows', ({ expected, inputs, options, parameters }) => {
    expect(run(method, inputs, parameters, options)).toStrictEqual(expected)
  })
})
