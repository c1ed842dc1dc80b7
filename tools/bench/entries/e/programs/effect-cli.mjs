import * as NodeRuntime from '@effect/platform-node/NodeRuntime'
import * as NodeServices from '@effect/platform-node/NodeServices'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import * as Command from 'effect/cli/Command'
import * as Flag from 'effect/cli/Flag'
const hello = Command.make('hello', { name: Flag.String('name').pipe(Flag.withDefault('world')) }, ({ name }) =>
  Console.log(`hello ${name}`)
)
NodeRuntime.runMain(Command.run(hello, { version: '0.0.0' }).pipe(Effect.provide(NodeServices.layer)))
