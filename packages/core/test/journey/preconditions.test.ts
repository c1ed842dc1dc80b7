/** Preconditions of steps and of validation profiles, beyond the behavioural examples. */
import type { ClaimValue } from '@trustframe/claims'
import { describe, expect, it } from 'vitest'
import { Journey } from '../support/Journey.ts'
import {
  claim,
  compile,
  errorsOf,
  exchange,
  field,
  page,
  type Parts,
  preconditions,
  rest,
  send,
  setting,
  skipIf
} from '../support/policy.ts'

type Bag = Readonly<Record<string, ClaimValue>>

const claims =
  claim('ran') +
  claim('a') +
  claim('b') +
  claim('flag', '', 'boolean') +
  claim('number', '', 'int') +
  claim('list', '', 'stringCollection') +
  claim('when', '', 'date') +
  field('name')

const guarded = (before: string): Parts => ({
  claims,
  profiles: setting('Work', 'ran=yes'),
  steps: exchange(1, 'Work', before) + send(2)
})

const skipped = (before: string, bag: Bag): boolean =>
  new Journey(compile(guarded(before))).start({ claims: bag }).claims['ran'] === undefined

const validations = (condition: string) =>
  `<ValidationTechnicalProfile ReferenceId="R"><Preconditions>${condition.replace('<Action>Skip</Action>', '<Action>SkipThisValidationTechnicalProfile</Action>')}</Preconditions></ValidationTechnicalProfile>`

const asked = (condition: string, bag: Bag) =>
  new Journey(
    compile({
      claims,
      profiles: page('Ask', { output: 'name', validations: validations(condition) }) + rest('R'),
      steps: exchange(1, 'Ask') + send(2)
    }),
    { services: { R: () => ({ body: {} }) } }
  )
    .start({ claims: bag })
    .submit({ name: 'Ann' }).asked

// userjourneys (Preconditions).
describe('a precondition', () => {
  it.each<[what: string, before: string, bag: Bag, skips: boolean]>([
    ['an empty text exists', skipIf('ClaimsExist', true, 'a'), { a: '' }, true],
    ['an empty collection exists', skipIf('ClaimsExist', true, 'list'), { list: [] }, true],
    ['false exists', skipIf('ClaimsExist', true, 'flag'), { flag: false }, true],
    ['several claims: all of them exist', skipIf('ClaimsExist', true, 'a', 'b'), { a: '1', b: '1' }, true],
    ['several claims: one does not exist', skipIf('ClaimsExist', true, 'a', 'b'), { a: '1' }, false],
    ['several claims: not all of them exist', skipIf('ClaimsExist', false, 'a', 'b'), { a: '1' }, true],
    ['an equal text', skipIf('ClaimEquals', true, 'a', 'x'), { a: 'x' }, true],
    ['a text that differs in case', skipIf('ClaimEquals', true, 'a', 'x'), { a: 'X' }, false],
    ['a text that differs in case is another one', skipIf('ClaimEquals', false, 'a', 'x'), { a: 'X' }, true],
    ['a boolean is True or False', skipIf('ClaimEquals', true, 'flag', 'False'), { flag: false }, true],
    ['a boolean is not false', skipIf('ClaimEquals', true, 'flag', 'false'), { flag: false }, false],
    ['a number by its digits', skipIf('ClaimEquals', true, 'number', '42'), { number: 42 }, true],
    ['a claim without a value is ignored', skipIf('ClaimEquals', true, 'a', ''), {}, false],
    ['a claim without a value is ignored, for false too', skipIf('ClaimEquals', false, 'a', 'x'), {}, false],
    ['an id in other case', skipIf('ClaimsExist', true, 'A'), { a: '1' }, true]
  ])('%s', (_, before, bag, skips) => {
    expect(skipped(preconditions(before), bag)).toBe(skips)
  })

  it('of several, the first that is satisfied skips the step, and is in the trace', () => {
    const before = preconditions(skipIf('ClaimsExist', true, 'a'), skipIf('ClaimEquals', true, 'b', 'x'))
    const journey = new Journey(compile(guarded(before))).start({ claims: { b: 'x' } })
    expect(journey.notes).toContainEqual(
      expect.objectContaining({ _tag: 'StepSkipped', order: 1, precondition: 'ClaimEquals b x is true' })
    )
  })

  it('means the same for a validation profile', () => {
    expect(asked(skipIf('ClaimEquals', false, 'a', 'x'), {})).toEqual(['R'])
    expect(asked(skipIf('ClaimEquals', false, 'a', 'x'), { a: 'y' })).toEqual([])
    // What was entered counts already.
    expect(asked(skipIf('ClaimEquals', true, 'name', 'Ann'), {})).toEqual([])
  })

  it.each([
    ['ClaimsExist', ['aa'], 'TF2012 claim type "aa" is declared neither in this policy nor in its base policies'],
    ['ClaimsExist', [], 'TF2022 a precondition ClaimsExist names no claim'],
    ['ClaimEquals', ['a'], 'TF2022 a precondition ClaimEquals needs a claim and a value']
  ] as const)('%s of %j is refused', (type, values, finding) => {
    expect(errorsOf(guarded(preconditions(skipIf(type, true, ...values))))).toEqual([finding])
  })
})
