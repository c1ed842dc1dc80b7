/** Sets what came of a journey beside what its case says. */
import type { Json } from '@trustframe/claims'
import type { UnitTestPolicy } from './corpus.ts'
import type { Completes, Expected, Fails, Refused } from './PolicyCase.ts'
import { textIn } from './policyTexts.ts'
import { Statement } from './Statement.ts'
import { fieldsOf, isEditable, type Outcome } from './walk.ts'

/** The outcome as far as the case speaks of it, and what the case says in its place. */
export interface Comparison {
  readonly actual: unknown
  readonly expected: unknown
}

type Values = Readonly<Record<string, Json>>

/** Members by name; null for those that are not there. */
const pick = (found: Values, names: Iterable<string>): Values =>
  Object.fromEntries([...names].map((name) => [name, found[name] ?? null]))

/** Names of the claims that a completed journey is judged by, see `Completes.gives`. */
const judged = (
  { ownClaims }: UnitTestPolicy,
  { claims, pages }: Extract<Outcome, { _tag: 'Completed' }>,
  { gives }: Completes
): ReadonlySet<string> => {
  const asked = new Set(pages.flatMap((page) => fieldsOf(page).filter(isEditable)).map(({ id }) => id))
  return new Set([...Object.keys(gives), ...ownClaims.filter((id) => claims[id] !== undefined && !asked.has(id))])
}

const compareCompleted = (
  unitTest: UnitTestPolicy,
  given: Completes,
  outcome: Extract<Outcome, { _tag: 'Completed' }>
): Comparison => {
  const { policy } = unitTest
  const { claims, pages, token } = outcome
  const { gives, offers = {}, shows = {}, token: sends = {} } = given
  const stated = (expected: Readonly<Record<string, Expected>>, found: Values): Values =>
    Object.fromEntries(
      Object.entries(expected).map(([name, value]) => [
        name,
        value instanceof Statement ? value.expects(found[name] ?? null, { policy, claims }) : value
      ])
    )
  const [first] = pages
  const last = pages.at(-1)
  const shown = Object.fromEntries(
    (last === undefined ? [] : fieldsOf(last)).map(({ id, value }) => [id, value ?? null])
  )
  const offered = Object.fromEntries(
    (first === undefined ? [] : fieldsOf(first)).flatMap(({ id, options }) => {
      const selected = options.find((option) => option.selected)?.value ?? null
      return id in offers ? [[id, { texts: options.map(({ text }) => text), selected }]] : []
    })
  )
  return {
    actual: {
      claims: pick(claims, judged(unitTest, outcome, given)),
      shows: pick(shown, Object.keys(shows)),
      token: pick(token, Object.keys(sends)),
      offers: offered
    },
    expected: {
      claims: stated(gives, claims),
      shows: stated(shows, shown),
      token: stated(sends, token),
      offers: Object.fromEntries(
        Object.entries(offers).map(([id, { selected, texts }]) => [id, { texts: texts(policy), selected }])
      )
    }
  }
}

const compareRefused = (
  { policy }: UnitTestPolicy,
  { field, refused, says }: Refused,
  { page }: Extract<Outcome, { _tag: 'Refused' }>
): Comparison => {
  const text = field === undefined ? page.message?.text : fieldsOf(page).find(({ id }) => id === field)?.error
  return {
    actual: { message: page.message?.key, says: says === undefined ? [] : text?.split('\n') },
    expected: { message: refused, says: (says ?? []).map((line) => textIn(policy, line)) }
  }
}

/** Compares; an outcome of another kind stands for itself. */
export const compare = (unitTest: UnitTestPolicy, given: Completes | Fails | Refused, outcome: Outcome): Comparison => {
  if ('fails' in given) {
    return { actual: outcome._tag === 'Failed' ? outcome.error.tag : outcome, expected: given.fails }
  }
  if ('refused' in given) {
    return outcome._tag === 'Refused'
      ? compareRefused(unitTest, given, outcome)
      : { actual: outcome, expected: given.refused }
  }
  return outcome._tag === 'Completed'
    ? compareCompleted(unitTest, given, outcome)
    : { actual: outcome, expected: given.gives }
}
