/** Parameters of protocols: in URLs, in forms, in the metadata of a profile. */
import { encodeFormValue, encodeUrlValue } from '../request/encode.ts'

/** Parameters by name; those that are `undefined` or empty are not sent. */
export type Parameters = Readonly<Record<string, string | undefined>>

const pairsOf = (parameters: Parameters): ReadonlyArray<readonly [name: string, value: string]> =>
  Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as const]
  )

/** A URL with parameters behind those that it has; its fragment is left out. */
export const withParameters = (url: string, parameters: Parameters): string => {
  const query = pairsOf(parameters)
    .map(([name, value]) => `${encodeUrlValue(name)}=${encodeUrlValue(value)}`)
    .join('&')
  const [base = ''] = url.split('#')
  if (query === '') return base
  const separator = !base.includes('?') ? '?' : /[?&]$/.test(base) ? '' : '&'
  return base + separator + query
}

/** The body of a form. */
export const formOf = (parameters: Parameters): string =>
  pairsOf(parameters)
    .map(([name, value]) => `${encodeFormValue(name)}=${encodeFormValue(value)}`)
    .join('&')

/** The parameters of a form; of several with one name the last. */
export const readForm = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(text.trim()))

/**
 * `AdditionalRequestQueryParameters`: `name=value`, with commas or ampersands between them. A comma that no `name=` follows
 * belongs to the value. Source: oauth2-technical-profile.
 */
export const readAdditional = (text: string | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (text ?? '')
      .trim()
      .replace(/^[?&]/, '')
      .split(/&|,\s*(?=[^,&=\s]+=)/)
      .flatMap((part) => Object.entries(readForm(part.replaceAll('+', '%2B'))))
      .filter(([name]) => name !== '')
  )
