/** Values that a case describes instead of writing them out. */
import { isDeepStrictEqual } from 'node:util'
import { type Json, parseJson } from '@trustframe/claims'
import type { Policy } from '@trustframe/policy'
import { type TextOf, textIn } from './policyTexts.ts'

/** Where a statement is made: the policy, and all claims afterwards. */
export interface Setting {
  readonly policy: Policy
  readonly claims: Readonly<Record<string, Json>>
}

/** Gives the value that is expected; what was found, when that is as described. */
export class Statement {
  readonly expects: (found: Json, setting: Setting) => Json

  constructor(expects: Statement['expects']) {
    this.expects = expects
  }
}

const described = (holds: (text: string) => boolean, description: string): Statement =>
  new Statement((found) => (typeof found === 'string' && holds(found) ? found : description))

/** A text that a regular expression matches. */
export const matches = (pattern: RegExp): Statement => described((text) => pattern.test(text), String(pattern))

/** The base64 form of a text that a regular expression matches. */
export const base64Of = (pattern: RegExp): Statement =>
  described((text) => {
    const decoded = Buffer.from(text, 'base64')
    return decoded.toString('base64') === text && pattern.test(decoded.toString('utf8'))
  }, `base64 of ${pattern}`)

/** The JSON text of a value, in any layout. */
export const jsonOf = (value: Json): Statement =>
  described((text) => isDeepStrictEqual(parseJson(text), value), JSON.stringify(value))

/** The value of another claim. */
export const sameAs = (claim: string): Statement => new Statement((_, { claims }) => claims[claim] ?? `like ${claim}`)

/** A text of the policy. */
export const as = (text: TextOf): Statement => new Statement((_, { policy }) => textIn(policy, text))

/** A list of texts of the policy. */
export const listOf = (...texts: ReadonlyArray<TextOf>): Statement =>
  new Statement((_, { policy }) => texts.map((text) => textIn(policy, text)))
