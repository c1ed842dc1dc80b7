/** What a service answers when it is faulty: pure, so that fakes and real servers answer the same. */
import { type DataType, type Json, MalformedJson, parseJson, stringifyJson } from '@trustframe/claims'
import type { AnswerBinding, RestfulPlan } from '@trustframe/plan'
import * as Duration from 'effect/Duration'
import { takenClaims } from '../example/exampleAnswer.ts'
import { type JsonPath, parseJsonPath, putAt, removeAt } from '../example/jsonPath.ts'
import type { Reply } from '../service/Reply.ts'
import type { Fault } from './Fault.ts'

/** A fault that replaces the answer of the service. */
export type AnsweringFault = Extract<Fault, { readonly kind: 'status' | 'contract' | 'malformedJson' }>

/** A fault that changes the answer of the service. */
export type ChangingFault = Extract<Fault, { readonly kind: 'missingMember' | 'wrongType' }>

const jsonType = { 'content-type': 'application/json' } as const

const contractBody = (fault: Extract<Fault, { readonly kind: 'contract' }>): Json => {
  const { kind: _, status: __, userMessage, ...details } = fault
  return { version: '1.0.0', status: 409, userMessage, ...details }
}

/** The answer that a fault gives in place of the service. */
export const faultyAnswer = (fault: AnsweringFault): Reply => {
  switch (fault.kind) {
    case 'contract':
      return { status: fault.status, headers: jsonType, body: stringifyJson(contractBody(fault)) }
    case 'malformedJson':
      return { status: fault.status, headers: jsonType, body: '{"value": "broken off' }
    case 'status': {
      const { body, retryAfter, status } = fault
      const isText = typeof body === 'string'
      return {
        status,
        headers: {
          ...(body === undefined ? {} : isText ? { 'content-type': 'text/plain; charset=utf-8' } : jsonType),
          ...(retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(Duration.toSeconds(retryAfter))) })
        },
        body: body === undefined ? '' : isText ? body : stringifyJson(body)
      }
    }
  }
}

/** Data types that take every JSON value, as text. */
const takesAnything: ReadonlySet<DataType> = new Set(['string', 'stringCollection'])

const named = (plan: RestfulPlan | undefined, member: string): AnswerBinding | undefined =>
  plan?.outputClaims.find(({ claim, partnerName }) => partnerName === member || claim.id === member)

const pathOf = (plan: RestfulPlan | undefined, member: string): JsonPath =>
  named(plan, member)?.path ?? parseJsonPath(member)

const wrongValue = (binding: AnswerBinding | undefined): Json =>
  binding === undefined || takesAnything.has(binding.claim.dataType)
    ? { unexpected: 'object' }
    : `no ${binding.claim.dataType}`

const changed = (fault: ChangingFault, plan: RestfulPlan | undefined, body: Json): Json => {
  const taken = plan === undefined ? [] : takenClaims(plan)
  if (fault.kind === 'missingMember') {
    const paths = fault.member === undefined ? taken.map(({ path }) => path) : [pathOf(plan, fault.member)]
    return paths.reduce(removeAt, body)
  }
  const binding =
    fault.member === undefined
      ? (taken.find(({ claim }) => !takesAnything.has(claim.dataType)) ?? taken[0])
      : named(plan, fault.member)
  const path = fault.member === undefined ? binding?.path : pathOf(plan, fault.member)
  return path === undefined ? body : putAt(body, path, fault.value ?? wrongValue(binding))
}

/** The body of an answer after a fault has changed it; one that is no JSON stays as it is. */
export const faultyBody = (fault: ChangingFault, plan: RestfulPlan | undefined, body: string): string => {
  const json = parseJson(body === '' ? '{}' : body)
  return json instanceof MalformedJson ? body : stringifyJson(changed(fault, plan, json))
}
