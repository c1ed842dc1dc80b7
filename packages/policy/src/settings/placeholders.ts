/** Finds placeholders in the texts of a policy. */
import type { Text } from '../model/Text.ts'
import { textOf, type Span } from '../syntax/SourceText.ts'

/** A name in braces. */
export interface Placeholder {
  /** What stands between the braces: `objectId`, `OIDC:ClientId`, `Settings:Name`. */
  readonly name: string
  /** With the braces. */
  readonly span: Span
}

/**
 * The names in braces in a text, such as claims in the URL of a RESTful profile (restful.md section 3.5), claims
 * resolvers, and settings that were not replaced. Braces around anything else, as in JSON or `{0}`, are not found.
 */
export const findPlaceholders = (text: Text): ReadonlyArray<Placeholder> => {
  if (!text.value.includes('{')) return []
  const { source, start } = text.span
  const found: Array<Placeholder> = []
  for (const match of textOf(text.span).matchAll(/\{([A-Za-z_][\w.:-]*)\}/g)) {
    const [written, name = ''] = match
    found.push({ name, span: { source, start: start + match.index, end: start + match.index + written.length } })
  }
  return found
}
