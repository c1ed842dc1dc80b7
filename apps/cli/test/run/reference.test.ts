/** The references of the command's documents have everything that there is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as NodeServices from '@effect/platform-node/NodeServices'
import type { JourneyErrorTag, TraceEntry } from '@trustframe/core'
import * as Effect from 'effect/Effect'
import { describe, expect, it } from 'vitest'
import { readAnswers } from '../../src/run/readAnswers.ts'
import { Folder } from '../support/cli.ts'

const docs = fileURLToPath(new URL('../../../../docs', import.meta.url))
const read = (name: string): string => readFileSync(join(docs, name), 'utf8')

const tags: Readonly<Record<JourneyErrorTag, true>> = {
  DnsResolutionFailed: true,
  ConnectionFailed: true,
  RequestTimeout: true,
  CircuitOpen: true,
  BulkheadFull: true,
  StatusRejected: true,
  ServiceRejected: true,
  ErrorResponseUnreadable: true,
  AnswerUnreadable: true,
  ClaimUnreadable: true,
  RequiredClaimMissing: true,
  BearerTokenMissing: true,
  KeyUnavailable: true,
  RequestInvalid: true,
  AccountExists: true,
  AccountNotFound: true,
  Cancelled: true,
  CodeRefused: true,
  CustomRefused: true,
  DirectoryRefused: true,
  GrantRefused: true,
  IdentityProviderFailed: true,
  InteractionRequired: true,
  NoClaimsProvider: true,
  OAuth2Error: true,
  PasswordForgotten: true,
  PasswordRefused: true,
  PhoneMissing: true,
  PortMissing: true,
  ProfileIncomplete: true,
  RetriesExceeded: true,
  StateExpired: true,
  TokenRefused: true,
  ClaimsTransformationFailed: true,
  NoClaimsExchangeSelected: true,
  NotSupported: true
}

const events: Readonly<Record<TraceEntry['_tag'], true>> = {
  StepEntered: true,
  StepSkipped: true,
  ProfileEntered: true,
  ProfileSkipped: true,
  TransformationRun: true,
  ClaimsChanged: true,
  ExchangePerformed: true,
  RequestPerformed: true,
  SessionRestored: true,
  ExchangeSelected: true,
  PageShown: true,
  PageRefused: true,
  PageAccepted: true,
  ValidationSkipped: true,
  ValidationIgnored: true,
  SubJourneyEntered: true,
  ClaimsSent: true,
  JourneyCompleted: true,
  JourneyFailed: true
}

describe('docs/reference/run-json.md', () => {
  const reference = read('reference/run-json.md')

  it.each([
    ['tag of an error', tags],
    ['event of a trace', events]
  ])('has every %s', (_, names) => {
    expect(Object.keys(names).filter((name) => !reference.includes(`\`${name}\``))).toEqual([])
  })
})

describe('answers in', () => {
  it.each([
    ['reference/answers.md', 2],
    ['guides/test-user-journeys.md', 1]
  ])('%s can be read', async (page, count) => {
    const blocks = [...read(page).matchAll(/```yaml\n([^]*?)```/g)].map(([, block = '']) => block)
    expect(blocks).toHaveLength(count)
    for (const block of blocks) {
      using folder = new Folder({ 'answers.yaml': block })
      const answers = await readAnswers(join(folder.path, 'answers.yaml')).pipe(
        Effect.provide(NodeServices.layer),
        Effect.runPromise
      )
      expect(answers.length).toBeGreaterThan(1)
    }
  })
})
