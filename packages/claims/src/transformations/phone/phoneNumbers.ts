/** Reads phone numbers as libphonenumber does, without asking whether they are valid in their country. */
import {
  type CountryCode,
  getCountries,
  type PhoneNumber as ParsedNumber,
  parsePhoneNumberFromString
} from 'libphonenumber-js/max'

const countries: ReadonlySet<string> = new Set(getCountries())

const isCountry = (code: string): code is CountryCode => countries.has(code)

/**
 * The number in a text: an international one with its plus sign, or one of a country (ISO 3166, two letters, any case). The
 * documented results are not valid numbers of their countries, so validity is not checked (claims-transformations 7).
 */
export const readPhoneNumber = (text: string, country?: string): ParsedNumber | undefined => {
  // Full-width signs and digits are those of ASCII.
  const number = text.normalize('NFKC')
  const code = country?.toUpperCase()
  if (code === undefined || code === '') return parsePhoneNumberFromString(number)
  // A country that is not known does not matter to an international number.
  return isCountry(code) ? parsePhoneNumberFromString(number, code) : parsePhoneNumberFromString(number)
}

/** The country of a number: its own where it is known, else the main one of its calling code. */
export const countryOf = (number: ParsedNumber): string | undefined =>
  number.country ?? number.getPossibleCountries()[0]
