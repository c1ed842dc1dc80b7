import { Effect } from 'effect'
Effect.runSync(Effect.succeed(1))
