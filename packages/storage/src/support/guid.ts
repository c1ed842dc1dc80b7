/** GUIDs from the entropy port. */
import { guidOf } from '@trustframe/claims'
import { randomBytes } from '@trustframe/core/ports'
import * as Effect from 'effect/Effect'

/** A random GUID. */
export const randomGuid: Effect.Effect<string> = Effect.map(randomBytes(16), guidOf)
