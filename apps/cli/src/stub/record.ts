/** Asks real services and keeps what they answer, without the credentials in it. */
import { isJsonArray, isJsonObject, type Json, type JsonObject, MalformedJson, parseJson } from '@trustframe/claims'
import { describeFailure } from '@trustframe/core'
import { headerOf, type Transport, type TransportFailure, type TransportResponse } from '@trustframe/http'
import type { RestfulPlan } from '@trustframe/plan'
import type { Reply, ServiceRequest } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import { replyOf, type StubAnswer } from './StubFile.ts'
import { type StubFolder, StubFileProblem } from './StubFolder.ts'
import type { Recorder } from './StubServer.ts'

/** Headers of the connection to the stub, and those that the transport sets itself. */
const ownHeaders: ReadonlySet<string> = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding'])

/** Headers of an answer that mean something to the one who calls. */
const keptHeaders = ['content-type', 'retry-after', 'location'] as const

const credentialName = /(password|passwd|pwd|secret|token|assertion|api[-_]?key)$/i

/** Names of members that hold credentials: by what they are called, or because an output claim that is secret is taken from them. */
const isSecret = ({ inputClaims, outputClaims }: RestfulPlan): ((name: string) => boolean) => {
  const names = new Set([
    ...outputClaims.flatMap(({ path, secret }) => (secret ? [String(path.at(-1))] : [])),
    ...inputClaims.flatMap(({ partnerName, secret }) => (secret ? [partnerName] : []))
  ])
  return (name) => names.has(name) || credentialName.test(name)
}

const withoutSecrets = (json: Json, secret: (name: string) => boolean): Json => {
  if (isJsonArray(json)) return json.map((item) => withoutSecrets(item, secret))
  if (!isJsonObject(json)) return json
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name,
      secret(name) && typeof value === 'string' ? `example-${name}` : withoutSecrets(value, secret)
    ])
  )
}

/** Members with simple values, by which requests can be told apart. */
const membersOf = (body: JsonObject): ReadonlyArray<readonly [string, string | number | boolean]> =>
  Object.entries(body).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value] as const] : []
  )

/** What tells a request from others of the same profile: its path, its query, and what its body has but credentials. */
const whenOf = (
  { body, method, url }: ServiceRequest,
  secret: (name: string) => boolean
): NonNullable<StubAnswer['when']> => {
  const query = [...url.searchParams].filter(([name]) => !secret(name) && name !== 'code')
  const members = membersOf(body ?? {}).filter(([name]) => !secret(name))
  return {
    method,
    path: url.pathname,
    ...(query.length === 0 ? {} : { query: Object.fromEntries(query) }),
    ...(members.length === 0 ? {} : { body: Object.fromEntries(members) })
  }
}

const bodyOf = (response: TransportResponse, secret: (name: string) => boolean): { readonly body?: Json } => {
  const text = new TextDecoder().decode(response.body)
  if (text === '') return {}
  const json = parseJson(text)
  return { body: json instanceof MalformedJson ? text : withoutSecrets(json, secret) }
}

const answerOf = (plan: RestfulPlan, request: ServiceRequest, response: TransportResponse): StubAnswer => {
  const secret = isSecret(plan)
  const headers = Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = headerOf(response.headers, name)
      return value === undefined || (name === 'content-type' && value.startsWith('application/json'))
        ? []
        : [[name, value]]
    })
  )
  return {
    when: whenOf(request, secret),
    ...(response.status === 200 ? {} : { status: response.status }),
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...bodyOf(response, secret)
  }
}

const explain = ({ failure }: TransportFailure): StubFileProblem =>
  new StubFileProblem(
    `the real service gave no answer: ${failure._tag === 'CertificateUnusable' ? failure.detail : describeFailure(failure)}`
  )

/** The longest that a real service is waited for, in milliseconds. */
const timeLimitMillis = 30_000

/** A recorder; `originOf` says where the real service of a host is. */
export const makeRecorder =
  (transport: Transport['Service'], folder: StubFolder, originOf: (origin: string) => string): Recorder =>
  (profile, request) => {
    const { headers, method, text, url } = request
    const sent = transport.send({
      method,
      origin: originOf(profile.origin),
      path: url.pathname + url.search,
      headers: Object.entries(headers).filter(([name]) => !ownHeaders.has(name)),
      body: method === 'GET' ? undefined : text,
      certificate: undefined,
      refuse: 'none',
      maxBodyBytes: 1024 * 1024,
      timeLimitMillis
    })
    return Effect.runPromise(
      Effect.map(Effect.mapError(sent, explain), (response): Reply => {
        folder.store(profile.plan, answerOf(profile.plan, request, response))
        const contentType = headerOf(response.headers, 'content-type')
        // The one who calls gets the real answer, with its credentials; the file does not.
        return {
          ...replyOf({ status: response.status }),
          headers: contentType === undefined ? {} : { 'content-type': contentType },
          body: new TextDecoder().decode(response.body)
        }
      })
    )
  }
