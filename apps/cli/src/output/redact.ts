/** The last line of defence against secrets in output: known secret values are masked wherever they turn up. */
import { masked } from '@trustframe/core'

/** Shorter values would mask ordinary words. */
const shortest = 6

/** Masks every occurrence of the values that `secrets` lists at the time of the call, plain, URL-encoded or in base64. */
export const redactor =
  (secrets: () => Iterable<string>) =>
  (text: string): string => {
    let result = text
    for (const secret of secrets()) {
      if (secret.length < shortest) continue
      for (const form of new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])) {
        result = result.replaceAll(form, masked)
      }
    }
    return result
  }
