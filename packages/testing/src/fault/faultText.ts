/** The short form of faults: `timeout`, `timeout:body`, `503`, `contract:Your account is locked.` */
import { suggest } from '@trustframe/policy'
import * as Duration from 'effect/Duration'
import * as Effect from 'effect/Effect'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'
import * as SchemaIssue from 'effect/SchemaIssue'
import * as SchemaTransformation from 'effect/SchemaTransformation'
import { type Fault, FaultObject } from './Fault.ts'
import { type FaultKindInfo, faultKindNames, faultKinds } from './faultKinds.ts'

/** The short forms, for completion in editors. */
export type FaultText =
  | Exclude<Fault['kind'], 'status'>
  | `timeout:${'connect' | 'headers' | 'body'}`
  | `reset:${'send' | 'headers' | 'body'}`
  | `${'dns' | 'tls' | 'contract' | 'missingMember' | 'wrongType' | 'slow'}:${string}`
  | `${number}`

const decodeObject = Schema.decodeUnknownResult(FaultObject, { onExcessProperty: 'error' })

const infoOf = (name: string): FaultKindInfo | undefined => {
  const kind = faultKindNames.find((known) => known.toLowerCase() === name.toLowerCase())
  return kind === undefined ? undefined : faultKinds[kind]
}

const objectOf = (text: string): Result.Result<unknown, string> => {
  if (/^\d{3}$/.test(text)) return Result.succeed({ kind: 'status', status: Number(text) })
  const colon = text.indexOf(':')
  const name = colon === -1 ? text : text.slice(0, colon)
  const kind = faultKindNames.find((known) => known.toLowerCase() === name.trim().toLowerCase())
  const info = infoOf(name.trim())
  if (kind === undefined || info === undefined || kind === 'status') {
    const near = suggest(name, faultKindNames)
    const known = faultKindNames.map((each) => (each === 'status' ? 'a status such as 503' : each)).join(', ')
    return Result.fail(
      `"${name}" is no fault; ${near === undefined || near === 'status' ? `there are ${known}` : `did you mean "${near}"?`}`
    )
  }
  if (colon === -1) return Result.succeed({ kind })
  return info.argument === undefined
    ? Result.fail(`"${kind}" takes nothing after a colon`)
    : Result.succeed({ kind, [info.argument]: text.slice(colon + 1).trim() })
}

/** The fault that a short form stands for, or what is wrong with it. */
export const parseFault = (text: string): Result.Result<Fault, string> => {
  const trimmed = text.trim()
  const found = objectOf(trimmed)
  if (Result.isFailure(found)) return Result.fail(found.failure)
  return Result.mapError(
    decodeObject(found.success),
    ({ message }) => `"${trimmed}" is no fault: ${message.split('\n', 1)[0] ?? message}`
  )
}

const words = (duration: Duration.Duration): string => {
  const millis = Duration.toMillis(duration)
  return millis % 1000 === 0 ? `${millis / 1000} second${millis === 1000 ? '' : 's'}` : `${millis} millis`
}

const argumentOf = (fault: Fault): string | undefined => {
  switch (fault.kind) {
    case 'dns':
      return fault.code === 'ENOTFOUND' ? undefined : fault.code
    case 'tls':
      return fault.code === 'CERT_HAS_EXPIRED' ? undefined : fault.code
    case 'reset':
    case 'timeout':
      return fault.phase === 'headers' ? undefined : fault.phase
    case 'contract':
      return fault.userMessage
    case 'missingMember':
    case 'wrongType':
      return fault.member
    case 'slow':
      return words(fault.duration)
    default:
      return undefined
  }
}

/** The short form of a fault, without what only its long form can say; for people. */
export const formatFault = (fault: Fault): string => {
  if (fault.kind === 'status') return String(fault.status)
  const argument = argumentOf(fault)
  return argument === undefined ? fault.kind : `${fault.kind}:${argument}`
}

const ShortForm = Schema.String.annotate({
  description:
    'A fault in short: dns, refused, tls, reset, timeout, timeout:connect, timeout:body, slow:2 seconds, a status such as 503, contract:message, malformedJson, missingMember:name, wrongType:name, circuitOpen, ok.'
}).pipe(
  Schema.decodeTo(
    Schema.toType(FaultObject),
    SchemaTransformation.transformEffect({
      decode: (text: string, options) =>
        Result.match(parseFault(text), {
          onFailure: (problem) => Effect.fail(new SchemaIssue.InvalidValue({ message: problem }, text, options)),
          onSuccess: (fault) => Effect.succeed(fault)
        }),
      encode: (fault: Fault, options) =>
        Effect.fail(
          new SchemaIssue.InvalidValue({ message: `the fault "${fault.kind}" is written as an object` }, fault, options)
        )
    })
  )
)

/** A fault as people write it: in short, or as an object with its `kind`. */
export const FaultFromInput = Schema.Union([ShortForm, FaultObject]).annotate({
  expected: `a fault such as "timeout" or "503", or an object whose kind is one of ${faultKindNames.join(', ')}`
})
export type FaultInput = FaultText | typeof FaultObject.Encoded
