/** Tests a rule by examples in which guillemets mark the places of its findings. */
import { assert, describe, it } from '@effect/vitest'
import { type Diagnostic, parsePolicy, resolvePolicies } from '@trustframe/policy'
import { CheckedPolicy } from '../../src/CheckedPolicy.ts'
import { runRules } from '../../src/lint.ts'
import type { Rule } from '../../src/Rule.ts'
import { baseText } from './base.ts'
import { compose } from './compose.ts'

/** One example. */
export interface Example {
  /** Fragments of a policy; what the rule should find is between « and ». */
  readonly given: string
  /** The messages, in the order of the marks; none when the rule should find nothing. */
  readonly finds?: ReadonlyArray<string>
  /** The policy keys that exist. */
  readonly keys?: ReadonlyArray<string>
}

/** What a rule alone finds in fragments of a policy that derives from the base, each place once. */
export const findingsOf = (rule: Rule, text: string, keys?: ReadonlyArray<string>): ReadonlyArray<Diagnostic> => {
  const base = parsePolicy({ path: 'Base.xml', text: baseText })
  const given = parsePolicy({ path: 'Given.xml', text })
  const { policy } = resolvePolicies([base, given]).effective(given)
  if (policy === undefined) return []
  const { cleared, diagnostics } = runRules(new CheckedPolicy(policy, keys), [rule])
  const inOrder = new Set(cleared.map(({ place: { span } }) => `${span.source.path} ${span.start}`))
  const seen = new Set<string>()
  return diagnostics
    .filter(({ message, span }) => {
      const key = `${span.start} ${span.end} ${rule.oncePerPlace === true ? '' : message}`
      if (span.source.path !== 'Given.xml' || inOrder.has(`Given.xml ${span.start}`) || seen.has(key)) return false
      seen.add(key)
      return true
    })
    .toSorted((a, b) => a.span.start - b.span.start)
}

interface Marked {
  readonly text: string
  readonly marks: ReadonlyArray<{ readonly start: number; readonly end: number }>
}

/** The text without its marks, and where they were, in the order of the text. */
export const readMarks = (marked: string): Marked => {
  let text = ''
  const open: Array<{ start: number; end: number }> = []
  const marks: Array<{ start: number; end: number }> = []
  for (const character of marked) {
    if (character === '«') {
      const mark = { start: text.length, end: -1 }
      open.push(mark)
      marks.push(mark)
    } else if (character === '»') {
      const mark = open.pop()
      if (mark !== undefined) mark.end = text.length
    } else {
      text += character
    }
  }
  return { text, marks }
}

/** A rule and its examples: each asserts the messages and the places. */
export const testRule = (rule: Rule, examples: Readonly<Record<string, Example>>): void => {
  describe(`${rule.code} ${rule.name}`, () => {
    it.each(Object.entries(examples))('%s', (_, { finds = [], given, keys }) => {
      const { marks, text } = readMarks(compose(given))
      const expected = finds.map((message, index) => {
        const mark = marks[index]
        return { message, at: mark === undefined ? 'no mark' : place(text, mark.start, mark.end) }
      })
      const found = findingsOf(rule, text, keys).map(({ message, span }) => ({
        message,
        at: place(span.source.text, span.start, span.end)
      }))
      assert.deepStrictEqual(found, expected)
      assert.strictEqual(marks.length, finds.length, 'as many marks as messages')
    })
  })
}

/** A place as line, column and text. */
const place = (text: string, start: number, end: number): string => {
  const before = text.slice(0, start).split('\n')
  return `${before.length}:${(before.at(-1) ?? '').length + 1} ${text.slice(start, end)}`
}
