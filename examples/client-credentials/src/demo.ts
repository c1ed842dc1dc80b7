/** Runs the example against its partner services, and then every way in which it fails: real sockets throughout. */
import { createServer } from 'node:net'
import { type JourneyEnd, type JourneyError, Interpreter, showBag } from '@trustframe/core'
import { formatOrigin } from '@trustframe/plan'
import { layerRuntime } from '@trustframe/runtime'
import * as Effect from 'effect/Effect'
import { exampleClient, exampleKeys, examplePlan } from './example.ts'
import { type DemoFault, demoFaults } from './faults.ts'
import { type Partners, startPartners } from './partners.ts'
import { formatTable } from './table.ts'

const environment = 'Development'
const plan = examplePlan(environment)
const objectId = '7'

/** A URL on which nobody listens: a port that was free a moment ago. */
const refusedUrl = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address === null || typeof address === 'string' ? 0 : address.port
      server.close(() => resolve(`http://127.0.0.1:${port}`))
    })
  })

const hostsOf = ({ profile, token }: Partners): Readonly<Record<string, string>> => ({
  'login.microsoftonline.com': token.origin,
  'profile-api.dev.contoso.example': profile.origin
})

/** Runs the journey `times` times on one runtime, so that its circuit breaker remembers; answers the last end. */
const runJourney = (hosts: Readonly<Record<string, string>>, times: number): Promise<JourneyEnd> => {
  const context = {
    correlationId: globalThis.crypto.randomUUID(),
    language: 'en',
    parameters: {},
    hostName: 'localhost',
    ipAddress: '127.0.0.1'
  }
  const once = Interpreter.use((interpreter) =>
    interpreter.run(plan, { context, claims: new Map([['ObjectId', objectId]]) })
  )
  const layer = layerRuntime({
    keys: exampleKeys(),
    restful: { hosts },
    resilience: {
      preset: 'b2c',
      // B2C waits 10 seconds a try; the demo has no time for that.
      timeout: '400 millis',
      circuitBreaker: { consecutiveFailures: 3, breakDuration: '30 seconds' }
    }
  })
  const all = Effect.flatMap(Effect.replicateEffect(once, times - 1, { discard: true }), () => once)
  return Effect.runPromise(Effect.provide(all, layer))
}

const messageOf = ({ userMessage }: JourneyError) =>
  userMessage === undefined ? ['', ''] : [userMessage.text, `${userMessage.key} (${userMessage.source})`]

/** A row of the table: makes the fault, runs the journey, and says what came of it. */
const runFault = async (fault: DemoFault, partners: Partners): Promise<ReadonlyArray<string>> => {
  fault.arrange?.(partners)
  const end = await runJourney({ ...hostsOf(partners), ...fault.hosts }, (fault.before ?? 0) + 1)
  partners.token.failWith(undefined)
  partners.profile.failWith(undefined)
  if (end._tag === 'Completed') throw new Error(`"${fault.name}" did not make the journey fail`)
  const { error } = end
  const [text = '', key = ''] = messageOf(error)
  return [fault.name, error.tag, String(error.attempts), text, key]
}

const print = (...lines: ReadonlyArray<string>) => console.log(lines.join('\n'))

const partners = await startPartners(exampleClient(environment))
try {
  print(
    `Policy ${plan.policy.policyId}, user journey ${plan.journeyId} (${formatOrigin(plan.origin)}), environment ${environment}`,
    `Partner services: token endpoint ${partners.token.origin}, profile API ${partners.profile.origin}`,
    ''
  )
  const end = await runJourney(hostsOf(partners), 1)
  if (end._tag === 'Failed') throw new Error(`the journey failed: ${end.error.description}`)
  print(
    'What the partner services received:',
    ...[...partners.token.requests, ...partners.profile.requests].map((line) => `  ${line}`),
    ''
  )
  print(
    'The claims bag at the end (credentials are masked):',
    ...Object.entries(showBag(plan, end.state.bag)).map(([id, value]) => `  ${id.padEnd(21)} ${JSON.stringify(value)}`),
    ''
  )
  print('The content of the token:', `  ${JSON.stringify(end.token)}`, '')

  print('The same journey, when something fails:', '')
  const rows: Array<ReadonlyArray<string>> = []
  for (const fault of demoFaults(await refusedUrl())) rows.push(await runFault(fault, partners))
  print(
    ...formatTable(
      [
        { title: 'Fault', width: 24 },
        { title: 'Error', width: 22 },
        { title: 'Tries', width: 5 },
        { title: 'The user reads', width: 44 },
        { title: 'which comes from', width: 34 }
      ],
      rows
    ),
    ''
  )
  print(
    'Next:',
    '  npm run partners                                            the partner services, until you press Ctrl+C',
    '  cd examples/client-credentials                              and in another terminal:',
    '  npx --no-install trustframe run --claim ObjectId=7          the same at the terminal, step by step',
    '  npx --no-install trustframe run --claim ObjectId=8          a profile that the API does not know',
    '  npx --no-install trustframe run --profile RestApi-GetBearerToken --format json',
    '  cd ../sign-in                                               or a journey with people in it:',
    '  npx --no-install trustframe run --policy B2C_1A_SignUpOrSignIn --answers answers/sign-in.yaml',
    '  npx --no-install trustframe --help                          everything else'
  )
} finally {
  await partners.close()
}
