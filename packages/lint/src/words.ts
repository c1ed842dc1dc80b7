/** Wording that several rules share. */
import { type Fix, type Span, suggest, type Text } from '@trustframe/policy'
import type { Finding } from './Rule.ts'

/** A fix that writes another text in a place. */
export const writeInstead = (span: Span, text: string): Fix => ({
  title: `Write "${text}"`,
  edits: [{ span, replacement: text }]
})

/** "did you mean …", with a fix; or what to do when nothing is near. */
export const didYouMean = (
  { span, value }: Text,
  candidates: Iterable<string>,
  otherwise: string
): Pick<Finding, 'help' | 'fix'> => {
  const meant = suggest(value, candidates)
  return meant === undefined
    ? { help: otherwise }
    : { help: `did you mean "${meant}"?`, fix: writeInstead(span, meant) }
}

/** `"a", "b" or "c"`. */
export const either = (names: ReadonlyArray<string>): string => listed(names, 'or')

/** `"a", "b" and "c"`. */
export const all = (names: ReadonlyArray<string>): string => listed(names, 'and')

const listed = (names: ReadonlyArray<string>, word: string): string => {
  const quoted = names.map((name) => `"${name}"`)
  const last = quoted.at(-1) ?? ''
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} ${word} ${last}`
}
