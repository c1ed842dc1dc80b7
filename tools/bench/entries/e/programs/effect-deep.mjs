import * as Effect from 'effect/Effect'
Effect.runSync(Effect.succeed(1))
