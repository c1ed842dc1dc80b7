/** Policies that nobody has seen: those of the corpus, changed at random. None of them may crash, hang, or be our fault. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as Effect from 'effect/Effect'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { walkChain } from '../../src/journeys.ts'
import { type Chain, chainsOf } from '../../src/journeys/chains.ts'
import { corpus, hasCorpus } from '../support/corpus.ts'
import { mutate, mutations, randomFrom } from './mutate.ts'

/** Enough for each kind of change to be made several times. */
const policies = 60

describe('a random change', () => {
  const text =
    '<OrchestrationStep Type="ClaimsExchange"><Protocol Handler="Web.TPEngine.Providers.RestfulProvider" /><Item Key="Operation">Read</Item><ClaimType Id="a"><DataType>string</DataType><UserInputType>TextBox</UserInputType></ClaimType><OutputClaim ClaimTypeReferenceId="a" DefaultValue="x" /><Preconditions><Precondition ExecuteActionsIf="true"><Value>a</Value></Precondition></Preconditions><OutputClaim ClaimTypeReferenceId="a" /><ValidationTechnicalProfile ReferenceId="V" /><UseTechnicalProfileForSessionManagement ReferenceId="S" /></TechnicalProfile>'

  it('is the same for the same seed', () => {
    expect(mutate(7, [text, text])).toEqual(mutate(7, [text, text]))
  })

  it.each(Object.entries(mutations))('%s changes something', (_, mutation) => {
    const seeds = Array.from({ length: 100 }, (__, seed) => seed)
    expect(seeds.some((seed) => mutation(randomFrom(seed), [text])[0] !== text)).toBe(true)
  })
})

describe.skipIf(!hasCorpus)('a policy that was changed at random', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trustframe-mutations-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const walkChanged = async (chain: Chain, seed: number) => {
    const { names, texts } = mutate(
      seed,
      chain.files.map((file) => readFileSync(join(corpus, file), 'utf8'))
    )
    for (const [index, file] of chain.files.entries()) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), texts[index] ?? '')
    }
    const { paths } = await Effect.runPromise(walkChain(folder, chain))
    return { names, paths }
  }

  it('is walked to its ends, and none of them is our fault', async () => {
    const chains = chainsOf(corpus).filter(({ files }) => files.length > 0)
    const faults: Array<unknown> = []
    let tokens = 0
    for (let seed = 0; seed < policies; seed++) {
      const chain = chains[(seed * 7919) % chains.length]
      if (chain === undefined) continue
      const { names, paths } = await walkChanged(chain, seed)
      expect(paths.length).toBeLessThanOrEqual(60)
      tokens += paths.filter(({ end }) => end === 'token').length
      faults.push(
        ...paths
          .filter(({ reason }) => reason === 'fault')
          .map(({ choices, detail }) => ({ seed, names, policy: chain.relyingParty, choices, detail }))
      )
    }
    expect(faults).toEqual([])
    // Most changes leave a policy that still issues tokens: the walks are no empty ones.
    expect(tokens).toBeGreaterThan(policies / 3)
  }, 180_000)
})
