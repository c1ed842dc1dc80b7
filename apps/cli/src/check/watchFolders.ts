/** Changes below folders, watched from the moment that this is done. */
import { watch } from 'node:fs'
import * as Cause from 'effect/Cause'
import * as Effect from 'effect/Effect'
import * as Queue from 'effect/Queue'
import type { Scope } from 'effect/Scope'
import * as Stream from 'effect/Stream'
import { cannotRun, type CannotRun } from '../CliFailure.ts'

const failure = (error: unknown) =>
  cannotRun(`the folder cannot be watched: ${error instanceof Error ? error.message : String(error)}`)

/**
 * A stream with an element for each change, a short while after the last of changes that come together.
 *
 * Node's own watch rather than Effect's, which is a stream that starts to watch at some time after it is run: what changes
 * between the first check and then would go unseen.
 */
export const watchFolders = (
  folders: ReadonlyArray<string>
): Effect.Effect<Stream.Stream<void, CannotRun>, CannotRun, Scope> =>
  Effect.gen(function* () {
    // One change that waits is enough: a check looks at everything.
    const changes = yield* Queue.sliding<void, CannotRun>(1)
    for (const folder of folders) {
      yield* Effect.acquireRelease(
        Effect.try({
          try: () =>
            watch(folder, { recursive: true }, () => Queue.offerUnsafe(changes, undefined)).on('error', (error) =>
              Queue.failCauseUnsafe(changes, Cause.fail(failure(error)))
            ),
          catch: failure
        }),
        (watcher) => Effect.sync(() => watcher.close())
      )
    }
    return Stream.fromQueue(changes).pipe(Stream.debounce('100 millis'))
  })
