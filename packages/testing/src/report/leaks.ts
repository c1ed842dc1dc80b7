/** What a message tells its reader that was not meant for him: addresses, names and codes of the inside. */
import type { RestfulPlan } from '@trustframe/plan'

/** Something that a person outside should not read. */
export interface Leak {
  readonly kind: 'url' | 'technicalProfile' | 'errorCode' | 'internals' | 'details'
  /** The words that give it away. */
  readonly found: string
}

/** What each kind is, in words. */
export const leakTitles: Readonly<Record<Leak['kind'], string>> = {
  url: 'the address of the service',
  technicalProfile: 'the id of the technical profile',
  errorCode: 'an error code',
  internals: 'how it works inside',
  details: "the service's details for developers"
}

const errorCode =
  /\b(?:AADB2C\w*|E(?:NOTFOUND|AI_[A-Z]+|CONN[A-Z]+|TIMEDOUT|PROTO|HOSTUNREACH)|ERR_[A-Z_]+|UND_ERR_[A-Z_]+)\b/
const internals =
  /\bHTTP (?:error response|response|error|status)\b|\bCode '[A-Za-z]+'|\bstatus code \d{3}\b|\brestful service\b/i
const anyUrl = /\bhttps?:\/\/[^\s"'<>]+|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/i

const hostOf = ({ serviceUrl: { template } }: RestfulPlan): string | undefined =>
  URL.canParse(template) ? new URL(template).hostname : undefined

const find = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[0]

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A name that stands alone in the text, whatever its case. */
const findName = (text: string, name: string): string | undefined =>
  find(text, new RegExp(String.raw`(?<![\w-])${escape(name)}(?![\w-])`, 'i'))

/** An ordinary word is only meant as an id where it is quoted: "Login failed" does not name a profile `Login`. */
const findId = (text: string, id: string): string | undefined =>
  /^[A-Z]?[a-z]*$/.test(id) ? find(text, new RegExp(`['"]${escape(id)}['"]`, 'i')) : findName(text, id)

/**
 * The leaks of a text, one of each kind at most. `details` are what the error contract has for developers, which
 * `DebugMode` shows.
 */
export const findLeaks = (
  text: string,
  plan: RestfulPlan,
  details: ReadonlyArray<string> = []
): ReadonlyArray<Leak> => {
  const host = hostOf(plan)
  const found: ReadonlyArray<readonly [Leak['kind'], string | undefined]> = [
    ['url', find(text, anyUrl) ?? (host === undefined ? undefined : findName(text, host))],
    ['technicalProfile', findId(text, plan.id)],
    ['errorCode', find(text, errorCode)],
    ['internals', find(text, internals)],
    ['details', details.find((detail) => text.includes(detail))]
  ]
  return found.flatMap(([kind, words]) => (words === undefined ? [] : [{ kind, found: words }]))
}
