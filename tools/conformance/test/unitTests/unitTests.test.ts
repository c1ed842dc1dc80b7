/** Every unit test policy of the corpus about claims runs, and gives what its claim names, texts and readme state. */
import { type Json, type SamlRequest, toJson } from '@trustframe/claims'
import { compileJourney, type JourneyPlan } from '@trustframe/plan'
import { describe, expect, it } from 'vitest'
import { table } from './cases/index.ts'
import { compare, type Comparison } from './compare.ts'
import { hasCorpus } from '../support/corpus.ts'
import { readUnitTest, type UnitTestPolicy, unitTestPolicies } from './corpus.ts'
import type { PolicyCase } from './PolicyCase.ts'
import { requestContext, walk } from './walk.ts'

describe('the corpus', () => {
  it('is there on CI', () => {
    expect(hasCorpus || process.env['CI'] !== 'true').toBe(true)
  })
})

describe('the table', () => {
  it('has each policy once', () => {
    const policies = table.map(({ policy }) => policy)
    expect(policies.filter((policy, index) => policies.indexOf(policy) !== index)).toStrictEqual([])
  })

  it.each(table)('has differing cases of $policy', ({ cases }) => {
    const names = cases.map(({ name }) => name)
    expect(names).not.toStrictEqual([])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toStrictEqual([])
  })

  it.skipIf(!hasCorpus)('has every policy of the corpus', () => {
    expect(table.map(({ policy }) => policy).toSorted()).toStrictEqual(unitTestPolicies)
  })
})

const compile = ({ policy }: UnitTestPolicy, keys: Readonly<Record<string, string>> = {}): JourneyPlan => {
  const { diagnostics, plan } = compileJourney(policy, undefined, { policyKey: (name) => keys[name] })
  if (plan === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return plan
}

/** The defaults of the first page's input claims, resolved against a SAML request. */
const resolveInputs = ({ steps: [first] }: JourneyPlan, saml: SamlRequest): Readonly<Record<string, Json>> => {
  const call = first?.work._tag === 'ClaimsExchange' ? first.work.exchanges[0]?.profile.call : undefined
  if (call?._tag !== 'SelfAsserted') throw new Error('the first step shows no page')
  return Object.fromEntries(
    call.inputClaims.map(({ claim, defaultValue }) => {
      const value = defaultValue?._tag === 'Resolved' ? defaultValue.evaluate({ parameters: {}, saml }) : undefined
      return [claim.id, value === undefined ? null : toJson(value)]
    })
  )
}

const run = (policy: string, given: PolicyCase): Comparison => {
  const unitTest = readUnitTest(policy)
  if ('saml' in given) return { actual: resolveInputs(compile(unitTest), given.saml), expected: given.resolves }
  const context = requestContext(given.uiLocales, given.parameters ?? {})
  return compare(unitTest, given, walk(compile(unitTest, given.keys), context, given.enter ?? {}))
}

describe.skipIf(!hasCorpus)('every policy', () => {
  // Titles are made here, since those of `each` are cut.
  for (const { about, cases, policy } of table) {
    for (const given of cases) {
      it(`${about}, ${policy}: ${given.name}`, () => {
        const { actual, expected } = run(policy, given)
        expect(actual).toStrictEqual(expected)
      })
    }
  }
})
