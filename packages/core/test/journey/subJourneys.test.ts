/** Sub journeys: what they share with the journey around them, and where they end. */
import { describe, expect, it } from 'vitest'
import { Journey } from '../support/Journey.ts'
import {
  claim,
  compile,
  exchange,
  field,
  page,
  type Parts,
  preconditions,
  send,
  setting,
  skipIf,
  step
} from '../support/policy.ts'

const invoke = (order: number, id: string, before = ''): string =>
  step(order, 'InvokeSubJourney', `${before}<JourneyList><Candidate SubJourneyReferenceId="${id}" /></JourneyList>`)

const subJourney = (id: string, type: 'Call' | 'Transfer', steps: string): string =>
  `<SubJourney Id="${id}" Type="${type}"><OrchestrationSteps>${steps}</OrchestrationSteps></SubJourney>`

const parts = (steps: string, subJourneys: string, more: Partial<Parts> = {}): Parts => ({
  claims: field('name') + claim('a') + claim('b') + claim('c'),
  profiles: page('Ask', { output: 'name' }) + setting('A', 'a=1') + setting('B', 'b=1') + setting('C', 'c=1'),
  steps,
  subJourneys,
  output: '<OutputClaim ClaimTypeReferenceId="name" />',
  ...more
})

const start = (given: Parts, claims = {}) => new Journey(compile(given)).start({ claims })

// subjourneys.
describe('a sub journey of type Call', () => {
  it('reads and writes the bag of the journey that invokes it', () => {
    const inner = exchange(1, 'B', preconditions(skipIf('ClaimsExist', false, 'a')))
    const journey = start(
      parts(exchange(1, 'A') + invoke(2, 'Sub') + exchange(3, 'C') + send(4), subJourney('Sub', 'Call', inner))
    )
    expect(journey.claims).toEqual({ a: '1', b: '1', c: '1' })
    expect(journey.where).toBe('token')
  })

  it('may wait for a person, and comes back to the step after it', () => {
    const journey = start(
      parts(invoke(1, 'Sub') + exchange(2, 'C') + send(3), subJourney('Sub', 'Call', exchange(1, 'Ask')))
    )
    expect(journey.where).toBe('page Ask')
    expect(journey.page.step).toBe(1)
    expect(journey.submit({ name: 'Ann' }).claims).toEqual({ name: 'Ann', c: '1' })
    expect(journey.token).toEqual({ name: 'Ann' })
  })

  it('is skipped as a whole by the preconditions of the step that invokes it', () => {
    const skip = preconditions(skipIf('ClaimsExist', true, 'a'))
    const given = parts(invoke(1, 'Sub', skip) + send(2), subJourney('Sub', 'Call', exchange(1, 'B')))
    expect(start(given, { a: '1' }).claims).toEqual({ a: '1' })
    expect(start(given).claims).toEqual({ b: '1' })
  })

  it('is told from the steps around it in the trace', () => {
    const journey = start(parts(invoke(1, 'Sub') + send(2), subJourney('Sub', 'Call', exchange(1, 'B'))))
    expect(journey.notes.flatMap((note) => (note._tag === 'SubJourneyEntered' ? [note.subJourney] : []))).toEqual([
      'Sub'
    ])
  })

  it('may invoke another one', () => {
    const both =
      subJourney('Outer', 'Call', exchange(1, 'A') + invoke(2, 'Inner') + exchange(3, 'C')) +
      subJourney('Inner', 'Call', exchange(1, 'B'))
    expect(start(parts(invoke(1, 'Outer') + send(2), both)).claims).toEqual({ a: '1', b: '1', c: '1' })
  })

  it('that sends claims ends the journey with them', () => {
    const inner = exchange(1, 'B') + send(2)
    const journey = start(
      parts(invoke(1, 'Sub') + exchange(2, 'C') + send(3), subJourney('Sub', 'Call', inner), {
        journey: { attributes: 'DefaultCpimIssuerTechnicalProfileReferenceId="JwtIssuer"' }
      })
    )
    expect(journey.claims).toEqual({ b: '1' })
    expect(journey.where).toBe('token')
  })

  it('that fails fails the journey, at the step of the sub journey', () => {
    const given = parts(invoke(1, 'Sub') + send(2), subJourney('Sub', 'Call', exchange(1, 'A') + exchange(2, 'Ask')))
    const { error } = start(given).act({ _tag: 'Cancelled' })
    expect(error).toMatchObject({ tag: 'Cancelled', step: 2 })
  })
})

const transferring = (inner: string) =>
  parts(
    exchange(1, 'A') + invoke(2, 'Sub', preconditions(skipIf('ClaimsExist', true, 'b'))) + exchange(3, 'C') + send(4),
    subJourney('Sub', 'Transfer', inner),
    { journey: { attributes: 'DefaultCpimIssuerTechnicalProfileReferenceId="JwtIssuer"' } }
  )

describe('a sub journey of type Transfer', () => {
  it('never comes back, not even after a person has been asked', () => {
    const journey = start(transferring(exchange(1, 'Ask') + send(2))).submit({ name: 'Ann' })
    expect(journey.claims).toEqual({ a: '1', name: 'Ann' })
    expect(journey.token).toEqual({ name: 'Ann' })
  })

  it('that is skipped leaves the journey to its own steps', () => {
    expect(start(transferring(exchange(1, 'Ask') + send(2)), { b: '1' }).claims).toEqual({ a: '1', b: '1', c: '1' })
  })
})
