import { describe, expect, it } from 'vitest'
import { effective, effectivePolicy, journey } from '../support/policies.ts'

const step = (order: number, content = '', type = 'ClaimsExchange') =>
  `<OrchestrationStep Order="${order}" Type="${type}">${content}</OrchestrationStep>`

const exchange = (id: string, target = 'P') =>
  `<ClaimsExchanges><ClaimsExchange Id="${id}" TechnicalProfileReferenceId="${target}"/></ClaimsExchanges>`

const condition = (claim: string) =>
  `<Preconditions><Precondition Type="ClaimsExist" ExecuteActionsIf="true"><Value>${claim}</Value><Action>SkipThisOrchestrationStep</Action></Precondition></Preconditions>`

const candidates = '<JourneyList><Candidate SubJourneyReferenceId="S"/></JourneyList>'

const stepsOf = (...files: ReadonlyArray<string>) =>
  effectivePolicy(...files.map((steps) => journey(steps))).userJourneys.get('j')?.orchestrationSteps ?? []

const select = (...ids: ReadonlyArray<string>) =>
  `<ClaimsProviderSelections>${ids.map((id) => `<ClaimsProviderSelection TargetClaimsExchangeId="${id}"/>`).join('')}</ClaimsProviderSelections>`

describe('a user journey of a derived file', () => {
  it('merges a step and keeps the others (oracle 80)', () => {
    const base = [1, 2, 3, 4, 5, 6, 7].map((order) => step(order, exchange(`E${order}`))).join('')
    const steps = stepsOf(base, step(5, exchange('E5', 'Q')))
    expect(steps.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(steps[4]?.claimsExchanges.map((e) => e.technicalProfileReferenceId.value)).toEqual(['Q'])
  })

  it('inherits what a merged step leaves out (oracle 81)', () => {
    const [found] = stepsOf(step(4, candidates, 'InvokeSubJourney'), step(4, condition('a'), 'InvokeSubJourney'))
    expect(found?.journeyList.map(({ value }) => value)).toEqual(['S'])
    expect(found?.preconditions.map(({ values }) => values[0]?.value)).toEqual(['a'])
  })

  it('adds a claims exchange of another id (oracle 82)', () => {
    const [found] = stepsOf(step(7, exchange('Y')), step(7, exchange('X')))
    expect(found?.claimsExchanges.map(({ id }) => id.value)).toEqual(['Y', 'X'])
  })

  it('adds steps in the order of their numbers', () => {
    expect(stepsOf(step(1) + step(10), step(2) + step(11)).map(({ order }) => order)).toEqual([1, 2, 10, 11])
    expect(stepsOf(step(3) + step(1)).map(({ order }) => order)).toEqual([1, 3])
  })

  it('replaces preconditions, with a warning unless they are the same', () => {
    const files = [journey(step(1, condition('a'))), journey(step(1, condition('b')))]
    const { policy, diagnostics } = effective(...files)
    const [found] = policy?.userJourneys.get('j')?.orchestrationSteps ?? []
    expect(found?.preconditions.map(({ values }) => values[0]?.value)).toEqual(['b'])
    expect(diagnostics.map(({ code }) => code)).toEqual(['TF1311'])
    expect(effective(...files, journey(step(1, condition('b')))).diagnostics).toHaveLength(1)
  })

  it('unites selections by their targets', () => {
    const [found] = stepsOf(step(1, select('a', 'b')), step(1, select('b', 'c')))
    expect(found?.selections.map(({ targetClaimsExchangeId }) => targetClaimsExchangeId?.value)).toEqual([
      'a',
      'b',
      'c'
    ])
  })
})
