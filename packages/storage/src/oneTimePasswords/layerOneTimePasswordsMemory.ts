/** One-time passwords in memory. */
import { type CodeOwner, type CodeRules, OneTimePasswords, randomBytes } from '@trustframe/core/ports'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import { ExpiringMap } from '../support/ExpiringMap.ts'
import { charactersOf } from './characterSet.ts'
import { type CodeSession, giveCode, type Outcome, tryCode } from './CodeSession.ts'
import { codeOf } from './makeCode.ts'

/** A case-insensitive identifier within one journey; the length keeps the two apart. */
const keyOf = ({ identifier, transaction }: CodeOwner): string =>
  `${transaction.length}:${transaction}:${identifier.toLowerCase()}`

/** At least half of the bytes are fair: one draw is enough but for once in a great while. */
const bytesPerCharacter = 4

const drawCode = ({ characterSet, length }: CodeRules): Effect.Effect<Redacted.Redacted> => {
  const characters = charactersOf(characterSet)
  if (characters.length === 0) return Effect.die(new Error('a code needs a character set with at least one character'))
  const draw: Effect.Effect<Redacted.Redacted> = Effect.flatMap(randomBytes(length * bytesPerCharacter), (bytes) => {
    const code = codeOf(characters, length, bytes)
    return code === undefined ? draw : Effect.succeed(Redacted.make(code))
  })
  return draw
}

/** Codes live in this process; another one does not know them. */
export const layerOneTimePasswordsMemory: Layer.Layer<OneTimePasswords> = Layer.sync(OneTimePasswords, () => {
  const sessions = new ExpiringMap<CodeSession>()
  const remember = <A>(key: string, { answer, session }: Outcome<A>, nowMillis: number): A => {
    if (session === undefined) sessions.delete(key)
    else sessions.set(key, session, session.expiresAt, nowMillis)
    return answer
  }
  return OneTimePasswords.of({
    generate: Effect.fnUntraced(function* (owner: CodeOwner, rules: CodeRules) {
      const fresh = yield* drawCode(rules)
      const now = yield* Clock.currentTimeMillis
      const key = keyOf(owner)
      return remember(key, giveCode(sessions.get(key, now), rules, fresh, now), now)
    }),
    verify: Effect.fnUntraced(function* (owner: CodeOwner, typed: Redacted.Redacted) {
      const now = yield* Clock.currentTimeMillis
      const key = keyOf(owner)
      return remember(key, tryCode(sessions.get(key, now), typed, now), now)
    })
  })
})
