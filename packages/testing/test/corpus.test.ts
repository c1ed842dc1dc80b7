/** Faults with the RESTful technical profiles of real policies: whatever they are like, there is an answer. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parsePolicy, resolvePolicies } from '@trustframe/policy'
import { faultReport, type ProfileReport, triedFaults } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import { describe, expect, it } from 'vitest'

const folder = process.env['TRUSTFRAME_CORPUS'] ?? resolve(import.meta.dirname, '../../../../shared/corpus')
const index = join(folder, 'index.json')
const hasCorpus = existsSync(index)

/** Chains of policy files, leaf first. */
const chains = (): ReadonlyArray<ReadonlyArray<string>> => {
  const { chains: all }: { readonly chains: ReadonlyArray<{ readonly files: ReadonlyArray<string> | null }> } =
    JSON.parse(readFileSync(index, 'utf8'))
  return all.flatMap(({ files }) => (files === null ? [] : [files]))
}

const faults = triedFaults.filter(({ name }) => ['dns', 'timeout', '500', 'contract'].includes(name))

const reportOf = async (files: ReadonlyArray<string>): Promise<ReadonlyArray<ProfileReport>> => {
  const parsed = files.map((path) => parsePolicy({ path, bytes: readFileSync(join(folder, path)) }))
  const [leaf] = parsed
  const { policy } = resolvePolicies(parsed).effective(leaf ?? '')
  if (policy === undefined) return []
  const { profiles } = await Effect.runPromise(faultReport(policy, { faults }))
  return profiles
}

describe('the corpus', () => {
  it('is there on CI', () => {
    expect(hasCorpus || process.env['CI'] !== 'true').toBe(true)
  })
})

describe.skipIf(!hasCorpus)('every RESTful technical profile of a real policy', () => {
  it('can be called with example claims, and fails with a message', { timeout: 60_000 }, async () => {
    const profiles = new Map<string, ProfileReport>()
    for (const files of chains()) {
      for (const profile of await reportOf(files)) {
        profiles.set(`${profile.origin.file} ${profile.technicalProfile}`, profile)
      }
    }
    expect(profiles.size).toBeGreaterThan(20)
    for (const { findings, technicalProfile } of profiles.values()) {
      const found = findings.map(({ fault, message, tag }) => [fault.name, tag, message?.text !== undefined])
      expect([technicalProfile, ...found]).toEqual([
        technicalProfile,
        ['dns', 'DnsResolutionFailed', true],
        ['timeout', 'RequestTimeout', true],
        ['500', 'StatusRejected', true],
        ['contract', 'ServiceRejected', true]
      ])
    }
  })
})
