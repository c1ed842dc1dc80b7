/** Texts and dates that satisfy the predicates of a field, as a person reads them from its help. */
import { compilePredicate, compileRegex, RegexProblem } from '@trustframe/claims'
import type { FieldModel } from '@trustframe/core'
import { matching } from './matching.ts'

type Groups = FieldModel['predicates']

const all = (groups: Groups) => groups.flatMap(({ lists }) => lists.flatMap(({ predicates }) => predicates))

const parameterOf = (parameters: Readonly<Record<string, string>>, name: string): string =>
  Object.entries(parameters).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? ''

/** The first character of a set such as `a-z0-9`. */
const firstOf = (set: string): string => set.replace(/^\\/, '').charAt(0)

/** A text that has a character of every set, and a length between all bounds. */
const composed = (groups: Groups, filler: string): string => {
  const predicates = all(groups)
  const sets = predicates
    .filter(({ method }) => method === 'IncludesCharacters')
    .map(({ parameters }) => firstOf(parameterOf(parameters, 'CharacterSet')))
  const lengths = predicates.filter(({ method }) => method === 'IsLengthRange').map(({ parameters }) => parameters)
  const least = Math.max(1, ...lengths.map((range) => Number(parameterOf(range, 'Minimum')) || 0))
  const most = Math.min(256, ...lengths.map((range) => Number(parameterOf(range, 'Maximum')) || 256))
  const text = [...new Set(sets)].join('')
  return (text + filler.repeat(Math.max(0, least - text.length))).slice(0, Math.max(most, 1))
}

const days = (groups: Groups, today: string): ReadonlyArray<string> =>
  all(groups)
    .filter(({ method }) => method === 'IsDateRange')
    .flatMap(({ parameters }) => [parameterOf(parameters, 'Maximum'), parameterOf(parameters, 'Minimum')])
    .map((day) => (day.toLowerCase() === 'today' ? today : day))

/** Days that the predicates of a field name; `today` is written as `2026-01-31`. */
export const satisfyingDays = (groups: Groups, today: string): ReadonlyArray<string> => days(groups, today)

/** Texts that are made for the predicates of a field, most likely first. */
export const satisfying = (groups: Groups): ReadonlyArray<string> => {
  if (groups.length === 0) return []
  const patterns = all(groups)
    .filter(({ method }) => method === 'MatchesRegex')
    .flatMap(({ parameters }) => matching(parameterOf(parameters, 'RegularExpression')))
  return [...new Set([composed(groups, 'a'), composed(groups, '7'), composed(groups, 'xY7!'), ...patterns])]
}

const passes = (
  { id, method, parameters }: ReturnType<typeof all>[number],
  text: string,
  nowMillis: number
): boolean => {
  const entries = Object.entries(parameters).map(([name, value]) => ({ id: name, value }))
  const predicate = compilePredicate({ id, method, parameters: entries })
  return predicate._tag === 'RefusedPredicate' || predicate.test(text, nowMillis) === true
}

/** Whether a text fits the pattern and the predicates of a field, as far as its page tells them. */
export const fits = ({ pattern, predicates }: FieldModel, text: string, today: string): boolean => {
  const regex = pattern === undefined ? undefined : compileRegex(pattern.regularExpression)
  if (regex !== undefined && !(regex instanceof RegexProblem) && regex.test(text) !== true) return false
  const nowMillis = Date.parse(`${today}T12:00:00Z`)
  return predicates.every(({ lists }) =>
    lists.every(
      (list) => list.predicates.filter((predicate) => passes(predicate, text, nowMillis)).length >= list.needed
    )
  )
}
