/** The file of a stub: the answers for one technical profile, which people may edit while the stub runs. */
import { type Json, MalformedJson, parseJson, stringifyJson, stringifyJsonIndented } from '@trustframe/claims'
import {
  exampleAnswer,
  type FaultPlan,
  matcherOf,
  parseRequestPattern,
  readFaultPlan,
  type Reply,
  RequestPattern,
  type ServiceRequest
} from '@trustframe/testing'
import type { RestfulPlan } from '@trustframe/plan'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'

const optional = Schema.optionalKey

const isJson = (value: unknown): value is Json =>
  value === null ||
  ['string', 'number', 'boolean', 'bigint'].includes(typeof value) ||
  (typeof value === 'object' && Object.values(value).every(isJson))

/** JSON whose integers stay exact beyond 2^53. */
const AnyJson = Schema.declare(isJson)

const Answer = Schema.Struct({
  /** `GET /profile/7`, or a pattern with `path`, `query` and `body`; without it every request is answered. */
  when: optional(Schema.Union([Schema.String, RequestPattern])),
  /** Default: 200. */
  status: optional(Schema.Int.check(Schema.isBetween({ minimum: 200, maximum: 599 }))),
  headers: optional(Schema.Record(Schema.String, Schema.String)),
  /** A text is sent as it is, everything else as JSON; nothing by default. */
  body: optional(AnyJson)
})

/** One answer of a stub. */
export type StubAnswer = typeof Answer.Type

const File = Schema.Struct({
  technicalProfile: optional(Schema.String),
  /** What the profile calls; for the reader alone. */
  request: optional(Schema.String),
  /** As in `faults` of trustframe.json, for this profile: `"503"`, or `["timeout", "ok"]`. */
  faults: optional(Schema.Unknown),
  answers: Schema.Array(Answer)
})

/** A stub file as it is written. */
export type StubFile = typeof File.Type

const decodeFile = Schema.decodeUnknownResult(File, { errors: 'all', onExcessProperty: 'error' })

const decode = (text: string): Result.Result<StubFile, string> => {
  const json = parseJson(text)
  return json instanceof MalformedJson
    ? Result.fail(`the file ${json.reason}`)
    : Result.mapError(decodeFile(json), ({ message }) => message)
}

/** A stub file that was read. */
export interface ReadStubFile {
  readonly file: StubFile
  readonly faults: FaultPlan
}

/** The file that a text is, or what is wrong with it. */
export const readStubFile = (text: string, technicalProfile: string): Result.Result<ReadStubFile, string> =>
  Result.flatMap(decode(text), (file) =>
    Result.map(
      file.faults === undefined ? Result.succeed([]) : readFaultPlan({ [technicalProfile]: file.faults }),
      (faults) => ({ file, faults })
    )
  )

/** The text of a file. */
export const writeStubFile = (file: StubFile): string => {
  const json = isJson(file) ? file : null
  return `${stringifyJsonIndented(json).replaceAll('\r\n', '\n')}\n`
}

/** The file of a profile that nobody has edited yet: one answer, an example of what its output claims need. */
export const exampleFile = (plan: RestfulPlan): StubFile => ({
  technicalProfile: plan.id,
  request: `${plan.method} ${plan.serviceUrl.template}`,
  answers: [{ body: exampleAnswer(plan) }]
})

const patternOf = (when: StubAnswer['when']): RequestPattern =>
  when === undefined ? {} : typeof when === 'string' ? parseRequestPattern(when) : when

/** An answer as it is sent. */
export const replyOf = ({ body, headers = {}, status = 200 }: StubAnswer): Reply => {
  const contentType = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json'
  return {
    status,
    headers: {
      ...(body === undefined ? {} : { 'content-type': contentType }),
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
    },
    body: body === undefined ? '' : typeof body === 'string' ? body : stringifyJson(body)
  }
}

/**
 * The answer for a request: the first whose `when` matches; else the first that matches but for its body, since a
 * recorded body may hold what differs in each call.
 */
export const answerFor = (answers: ReadonlyArray<StubAnswer>, request: ServiceRequest): StubAnswer | undefined => {
  const exact = answers.find(({ when }) => matcherOf(patternOf(when))(request) !== undefined)
  return exact ?? answers.find(({ when }) => matcherOf({ ...patternOf(when), body: {} })(request) !== undefined)
}
