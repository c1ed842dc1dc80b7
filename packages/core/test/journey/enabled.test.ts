/** `EnabledForUserJourneys` in all its values, wherever a technical profile is named. */
import type { ClaimValue } from '@trustframe/claims'
import { describe, expect, it } from 'vitest'
import { Journey } from '../support/Journey.ts'
import { claim, compile, errorsOf, exchange, field, page, type Parts, profile, send, step } from '../support/policy.ts'

const claims = claim('kind') + claim('idps', '', 'stringCollection') + claim('ran') + field('name')

const on = (type: string) => `ClaimTypeOnWhichToEnable=${type}`

/** A profile that sets `ran`, when it is enabled. */
const work = (enabled: string, metadata: string): string =>
  profile('Work', {
    handler: 'transform',
    output: '<OutputClaim ClaimTypeReferenceId="ran" DefaultValue="yes" AlwaysUseDefaultValue="true" />',
    metadata: Object.fromEntries(
      metadata
        .split(' ')
        .filter((pair) => pair !== '')
        .map((pair) => pair.split('='))
        .map(([key = '', value = '']) => [key, value])
    ),
    enabled
  })

const kind = `${on('kind')} ClaimValueOnWhichToEnable=staff`
const idps = `${on('idps')} ClaimValueOnWhichToEnable=facebook.com`

// technicalprofiles (EnabledForUserJourneys).
const table: ReadonlyArray<
  readonly [value: string, metadata: string, bag: Readonly<Record<string, ClaimValue>>, runs: boolean]
> = [
  ['Always', '', {}, true],
  ['true', '', {}, true],
  ['Never', '', {}, false],
  ['false', '', {}, false],
  ['OnClaimsExistence', kind, { kind: 'staff' }, true],
  ['OnClaimsExistence', kind, { kind: 'Staff' }, false],
  ['OnClaimsExistence', kind, {}, false],
  ['OnItemExistenceInStringCollectionClaim', idps, { idps: ['facebook.com', 'live.com'] }, true],
  ['OnItemExistenceInStringCollectionClaim', idps, { idps: ['live.com'] }, false],
  ['OnItemExistenceInStringCollectionClaim', idps, {}, false],
  ['OnItemAbsenceInStringCollectionClaim', idps, { idps: ['facebook.com', 'live.com'] }, false],
  ['OnItemAbsenceInStringCollectionClaim', idps, { idps: [] }, true],
  ['OnItemAbsenceInStringCollectionClaim', idps, {}, true]
]

const ran = (journey: Journey): boolean => journey.claims['ran'] === 'yes'

describe('a profile that is enabled by', () => {
  it.each(table)('%s (%s) with %j: %s, in a step', (value, metadata, bag, runs) => {
    const parts: Parts = { claims, profiles: work(value, metadata), steps: exchange(1, 'Work') + send(2) }
    const journey = new Journey(compile(parts)).start({ claims: bag })
    expect(ran(journey)).toBe(runs)
    // The journey goes on either way.
    expect(journey.where).toBe('token')
    expect(journey.notes.some(({ _tag }) => _tag === 'ProfileSkipped')).toBe(!runs)
  })

  it.each(table)('%s (%s) with %j: %s, as the validation of a page', (value, metadata, bag, runs) => {
    const parts: Parts = {
      claims,
      profiles: page('Ask', { display: 'name', output: 'name ran', validations: 'Work' }) + work(value, metadata),
      steps: exchange(1, 'Ask') + send(2)
    }
    const journey = new Journey(compile(parts)).start({ claims: bag }).submit({ name: 'Ann' })
    expect(ran(journey)).toBe(runs)
    expect(journey.where).toBe('token')
  })

  it.each(table)('%s (%s) with %j: %s, as a choice', (value, metadata, bag, runs) => {
    const parts: Parts = {
      claims,
      profiles: work(value, metadata) + page('Ask', { output: 'name' }) + page('Other', { output: 'name' }),
      steps:
        step(
          1,
          'ClaimsProviderSelection',
          '<ClaimsProviderSelections><ClaimsProviderSelection TargetClaimsExchangeId="Work" /><ClaimsProviderSelection TargetClaimsExchangeId="Ask" /><ClaimsProviderSelection TargetClaimsExchangeId="Other" /></ClaimsProviderSelections>',
          'ContentDefinitionReferenceId="api.page"'
        ) +
        exchange(2, 'Work Ask Other') +
        send(3)
    }
    const { page: shown } = new Journey(compile(parts)).start({ claims: bag })
    const choices = shown.kind === 'ClaimsProviderSelection' ? shown.choices.map((choice) => choice.exchange) : []
    expect(choices).toEqual(runs ? ['Work', 'Ask', 'Other'] : ['Ask', 'Other'])
  })
})

const selection = (enabled: Readonly<Record<string, string>>, display = ''): Parts => ({
  claims,
  profiles: Object.entries(enabled)
    .map(([id, value]) => page(id, { output: 'name', enabled: value }))
    .join(''),
  steps:
    step(
      1,
      'ClaimsProviderSelection',
      `<ClaimsProviderSelections ${display}>${Object.keys(enabled)
        .map((id) => `<ClaimsProviderSelection TargetClaimsExchangeId="${id}" />`)
        .join('')}</ClaimsProviderSelections>`,
      'ContentDefinitionReferenceId="api.page"'
    ) +
    exchange(2, Object.keys(enabled).join(' ')) +
    send(3)
})

describe('a selection of which', () => {
  it.each([
    ['nothing is enabled', { A: 'Never', B: 'Never' }, '', 'error NoClaimsProvider'],
    ['one choice is enabled', { A: 'Never', B: 'Always' }, '', 'page B'],
    [
      'one choice is enabled, which is to be shown',
      { A: 'Never', B: 'Always' },
      'DisplayOption="ShowSingleProvider"',
      'page ClaimsProviderSelection'
    ],
    ['several are enabled', { A: 'Always', B: 'Always' }, '', 'page ClaimsProviderSelection']
  ])('%s', (_, enabled, display, where) => {
    expect(new Journey(compile(selection(enabled, display))).start().where).toBe(where)
  })

  it('a choice that is not enabled cannot be made', () => {
    const journey = new Journey(compile(selection({ A: 'Always', B: 'Always', C: 'Never' }))).start()
    expect(journey.act({ _tag: 'Selected', exchange: 'C' }).where).toBe('page ClaimsProviderSelection')
    expect(journey.act({ _tag: 'Selected', exchange: 'b' }).where).toBe('page B')
  })
})

const parts = (enabled: string, metadata: string): Parts => ({
  claims,
  profiles: work(enabled, metadata),
  steps: exchange(1, 'Work') + send(2)
})

describe('a condition that says', () => {
  it.each([
    ['no claim', 'OnClaimsExistence', ''],
    ['no value', 'OnItemAbsenceInStringCollectionClaim', on('idps')]
  ])('%s is refused', (_, enabled, metadata) => {
    expect(errorsOf(parts(enabled, metadata))).toEqual([
      `TF2028 profile "Work" is enabled by "${enabled}" and lacks the metadata that says on which claim and value`
    ])
  })

  it('a claim that is not declared is refused', () => {
    expect(errorsOf(parts('OnClaimsExistence', `${on('kin')} ClaimValueOnWhichToEnable=staff`))).toEqual([
      'TF2012 claim type "kin" is declared neither in this policy nor in its base policies'
    ])
  })
})
