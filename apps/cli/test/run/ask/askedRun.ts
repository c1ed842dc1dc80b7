/** Runs a journey that is answered at a fake terminal. */
import { fileURLToPath } from 'node:url'
import type { JourneyEnd } from '@trustframe/core'
import { compileJourney } from '@trustframe/plan'
import { layerRuntime } from '@trustframe/runtime'
import { layerAuthenticatorApp, layerIdentities, Scenario, type Situation } from '@trustframe/testing'
import { readProject } from '@trustframe/testing/node'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { askedAnswers } from '../../../src/run/askedAnswers.ts'
import { newMessages } from '../../../src/run/answeringOf.ts'
import { driveJourney } from '../../../src/run/driveJourney.ts'
import { plain } from '../../../src/output/style.ts'
import { FakeTerminal, type Reaction } from '../../support/terminal.ts'

/** The example that people sign up and in with. */
export const signInExample = fileURLToPath(new URL('../../../../../examples/sign-in', import.meta.url))

/** Its situation. */
export const example = { ...readProject(signInExample), policy: 'B2C_1A_SignUpOrSignIn' }

/** What was shown, and how it ended; a journey that was given up has no end. */
export interface AskedRun {
  readonly end: JourneyEnd | undefined
  readonly gaveUp: string | undefined
  readonly shown: ReadonlyArray<string>
  /** Everything that prompts drew, while they were answered. */
  readonly frames: ReadonlyArray<string>
  /** Reactions that no prompt asked for. */
  readonly left: number
}

const context = {
  correlationId: '00000000-0000-0000-0000-000000000000',
  language: 'en',
  parameters: { client_id: 'app' },
  hostName: 'localhost',
  ipAddress: '127.0.0.1'
}

/** Runs the journey of a situation; each prompt gets the next reaction. */
export const askedRun = (situation: Situation, ...reactions: ReadonlyArray<Reaction>): Promise<AskedRun> => {
  const { diagnostics, plan } = compileJourney(new Scenario(situation).policy)
  if (plan === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const terminal = new FakeTerminal(reactions)
  const { tenant = {}, users = [] } = situation
  const run = Effect.gen(function* () {
    const answering = yield* askedAnswers(yield* newMessages, plain)
    return yield* driveJourney(plan, { context, claims: new Map() }, answering, () => Effect.void, {})
  })
  return run.pipe(
    Effect.match({
      onSuccess: ({ end }) => ({ end, gaveUp: undefined }),
      onFailure: ({ message }) => ({ end: undefined, gaveUp: message })
    }),
    Effect.provide(
      Layer.mergeAll(
        terminal.layer,
        layerIdentities,
        layerAuthenticatorApp,
        layerRuntime({ ...tenant, directory: { ...tenant.directory, users }, ports: layerIdentities })
      )
    ),
    Effect.provideContext(terminal.context),
    Effect.map((ended) => ({ ...ended, shown: terminal.shown, frames: terminal.frames, left: terminal.left })),
    Effect.runPromise
  )
}
