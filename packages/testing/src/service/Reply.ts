/** What a fake service answers. */
import { type Json, stringifyJson } from '@trustframe/claims'
import * as Duration from 'effect/Duration'

/** An answer. */
export interface Reply {
  readonly status: number
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** How long the service takes; no time at all when it is left out. */
  readonly delay?: Duration.Duration
}

/** What can be said of an answer beside its body. */
export interface ReplyOptions {
  /** Default: 200. */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly delay?: Duration.Input
}

const make = (
  body: string,
  contentType: string | undefined,
  { delay, headers, status = 200 }: ReplyOptions
): Reply => ({
  status,
  headers: {
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
    ...Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
  },
  body,
  ...(delay === undefined ? {} : { delay: Duration.fromInputUnsafe(delay) })
})

/**
 * Makes the answers of fake services.
 *
 * @example
 * reply.json({ name: 'Ada' })
 * reply.json({ error: 'invalid_client' }, { status: 401 })
 * reply.status(204)
 */
export const reply = {
  /** A JSON body. */
  json: (body: Json, options: ReplyOptions = {}): Reply => make(stringifyJson(body), 'application/json', options),
  /** A text. */
  text: (body: string, options: ReplyOptions = {}): Reply => make(body, 'text/plain; charset=utf-8', options),
  /** A status without a body. */
  status: (status: number, options: Omit<ReplyOptions, 'status'> = {}): Reply =>
    make('', undefined, { ...options, status }),
  /** The error contract: the service refuses, and the user reads its message. */
  refuse: (
    userMessage: string,
    details: {
      readonly code?: string
      readonly requestId?: string
      readonly developerMessage?: string
      readonly moreInfo?: string
    } = {},
    options: ReplyOptions = {}
  ): Reply =>
    make(stringifyJson({ version: '1.0.0', status: 409, userMessage, ...details }), 'application/json', {
      status: 409,
      ...options
    })
} as const
