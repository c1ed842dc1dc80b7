/** What is remembered of the codes of one identifier, and what making and verifying one does to it. */
import type { CodeAnswer, CodeRules, CodeVerdict } from '@trustframe/core/ports'
import * as Redacted from 'effect/Redacted'
import { sameText } from '../support/sameText.ts'

/** The codes of an identifier. It is forgotten when its code expires: with it go the counts. */
export interface CodeSession {
  readonly code: Redacted.Redacted
  readonly rules: CodeRules
  /** How many codes were given. */
  readonly generations: number
  /** How many wrong codes were tried against this one. */
  readonly tries: number
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** An answer, and what is to be remembered; `undefined` to forget. */
export interface Outcome<A> {
  readonly answer: A
  readonly session: CodeSession | undefined
}

const isSpent = ({ rules, tries }: CodeSession): boolean => tries >= rules.retryAttempts

/**
 * Gives a code. Every code that is given, a new one or the same again, counts, and lives the whole time. After too many codes,
 * and after too many wrong tries, no more are given until the last one expires.
 *
 * Source: one-time-password-technical-profile (CodeExpirationInSeconds, NumCodeGenerationAttempts, ReuseSameCode).
 */
export const giveCode = (
  session: CodeSession | undefined,
  rules: CodeRules,
  fresh: Redacted.Redacted,
  nowMillis: number
): Outcome<CodeAnswer> => {
  const generations = (session?.generations ?? 0) + 1
  if (session !== undefined && (isSpent(session) || generations > rules.generationAttempts)) {
    return { answer: { _tag: 'TooManyCodes' }, session }
  }
  const again = rules.reuseSameCode ? session : undefined
  const code = again?.code ?? fresh
  const expiresAt = nowMillis + rules.expiresInSeconds * 1000
  return {
    answer: { _tag: 'CodeMade', code },
    session: { code, rules, generations, tries: again?.tries ?? 0, expiresAt }
  }
}

/**
 * Holds what was typed against the code. The right code is used up. The last wrong try that a code survives locks the identifier
 * for as long as a code lives. Source: one-time-password-technical-profile (NumRetryAttempts).
 */
export const tryCode = (
  session: CodeSession | undefined,
  typed: Redacted.Redacted,
  nowMillis: number
): Outcome<CodeVerdict> => {
  if (session === undefined) return { answer: { _tag: 'NoCode' }, session }
  if (isSpent(session)) return { answer: { _tag: 'TooManyTries' }, session }
  if (sameText(Redacted.value(session.code), Redacted.value(typed))) {
    return { answer: { _tag: 'CodeRight' }, session: undefined }
  }
  const wrong = { ...session, tries: session.tries + 1 }
  return isSpent(wrong)
    ? {
        answer: { _tag: 'TooManyTries' },
        session: { ...wrong, expiresAt: nowMillis + session.rules.expiresInSeconds * 1000 }
      }
    : { answer: { _tag: 'CodeWrong' }, session: wrong }
}
