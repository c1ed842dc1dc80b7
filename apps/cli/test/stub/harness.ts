/** Stubs in this process, and journeys that call them over real sockets. */
import { type ClaimValue } from '@trustframe/claims'
import { Interpreter, type JourneyEnd, type JourneyOutcome } from '@trustframe/core'
import type { ResilienceOptions } from '@trustframe/core/resilience'
import { type FaultPlanInput, readFaultPlan, Scenario } from '@trustframe/testing'
import { compileJourney } from '@trustframe/plan'
import { layerRuntime } from '@trustframe/runtime'
import * as Effect from 'effect/Effect'
import * as Result from 'effect/Result'
import { StubFolder } from '../../src/stub/StubFolder.ts'
import { stubProfiles } from '../../src/stub/StubProfile.ts'
import { type Recorder, type StubEvent, StubServer } from '../../src/stub/StubServer.ts'
import { stubPolicy } from './policy.ts'

/** The same policy under a virtual clock, with fake services. */
export const scenario = new Scenario({ policies: { 'Policy.xml': stubPolicy }, claims: { id: '7' }, examples: true })

/** The profiles of the policy. */
export const { profiles } = stubProfiles([scenario.policy], [])

/** Running stubs, and what they did. */
export class Stubs implements AsyncDisposable {
  readonly events: Array<StubEvent> = []
  readonly server: StubServer

  private constructor(server: StubServer, events: Array<StubEvent>) {
    this.server = server
    this.events = events
  }

  static async start(
    faults: FaultPlanInput = {},
    folder: StubFolder = new StubFolder(undefined),
    record?: Recorder
  ): Promise<Stubs> {
    const events: Array<StubEvent> = []
    const server = await StubServer.start({
      profiles,
      folder,
      faults: Result.getOrThrow(readFaultPlan(faults)),
      onEvent: (event) => events.push(event),
      portFor: () => 0,
      ...(record === undefined ? {} : { record })
    })
    return new Stubs(server, events)
  }

  /** The requests and what became of them, as the command prints them. */
  get log(): ReadonlyArray<string> {
    return this.events.map(({ outcome, request }) => `${request.technicalProfile} ${request.toString()} → ${outcome}`)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.close()
  }
}

const { plan } = compileJourney(scenario.policy)
const context = { correlationId: 'c', language: 'en', parameters: {}, hostName: 'localhost', ipAddress: '127.0.0.1' }

/** The journey, in whatever runtime it is run. */
export const journey = Interpreter.use((interpreter) =>
  plan === undefined
    ? Effect.die('the policy cannot be run')
    : interpreter.run(plan, { context, claims: new Map<string, ClaimValue>([['id', '7']]) })
)

/** Runs the journey over undici and the real clock, as often as said; answers with all ends. */
export const runJourneys = (
  hosts: Readonly<Record<string, string>>,
  times = 1,
  resilience: ResilienceOptions = {},
  id = '7'
): Promise<ReadonlyArray<JourneyEnd>> => {
  if (plan === undefined) throw new Error('the policy cannot be run')
  const claims = new Map<string, ClaimValue>([['id', id]])
  const asked = Interpreter.use((interpreter) => interpreter.run(plan, { context, claims }))
  return Effect.runPromise(
    Effect.provide(
      Effect.all(Array.from({ length: times }, () => asked)),
      layerRuntime({ restful: { hosts }, resilience: { timeout: '250 millis', ...resilience } })
    )
  )
}

/** Tag, tries and message of an end. */
export const shown = (end: JourneyOutcome | undefined) =>
  end?._tag === 'Failed' ? [end.error.tag, end.error.attempts, end.error.userMessage?.text] : [end?._tag]
