/** From which age a person may consent, and is an adult, by country. */

/** The ages of a country. */
export interface AgeRule {
  /** Below it, parental consent is needed; absent where the country has no such age. */
  readonly consentAge?: number
  readonly majority: number
}

/** Where a country has no rule of its own. */
const everywhere: AgeRule = { majority: 18 }

/** https://learn.microsoft.com/azure/active-directory-b2c/manage-user-access, claims-transformations 11. */
const rules: ReadonlyArray<readonly [countries: string, rule: AgeRule]> = [
  ['AE BH CM EG NA SG TD', { majority: 21 }],
  ['TH TW', { majority: 20 }],
  ['AT BE KR', { consentAge: 14, majority: 18 }],
  ['ES GB IE PL SE US', { consentAge: 13, majority: 18 }],
  ['BG CY CZ DE DK EE FR GR HR HU IT LT LU LV MT NL PT RO SI SK', { consentAge: 16, majority: 18 }]
]

const byCountry: ReadonlyMap<string, AgeRule> = new Map(
  rules.flatMap(([countries, rule]) => countries.split(' ').map((country) => [country, rule] as const))
)

/** The rule of a country, by its two letters in any case. */
export const ageRuleOf = (country: string | undefined): AgeRule =>
  byCountry.get(country?.toUpperCase() ?? '') ?? everywhere
