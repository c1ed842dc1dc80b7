/** Behavioural examples 43 to 48 and 54 to 58: RESTful profiles that validate a page. */
import type { ExchangeFailure } from '@trustframe/core'
import { describe, expect, it } from 'vitest'
import { Journey, type ServiceAnswer, type World } from '../support/Journey.ts'
import {
  claim,
  compile,
  content,
  exchange,
  field,
  page,
  type Parts,
  type ProfileParts,
  rest,
  send
} from '../support/policy.ts'

const answers =
  (body: Record<string, string> = {}): (() => ServiceAnswer) =>
  () => ({ body })
const fails =
  (failure: ExchangeFailure): (() => ServiceAnswer) =>
  () => ({ failure })

const parts = (r: ProfileParts, more: Partial<Parts> = {}): Parts => ({
  claims: field('name') + claim('x'),
  profiles: page('Ask', { output: 'name', validations: 'R' }) + rest('R', { input: 'name', ...r }),
  steps: exchange(1, 'Ask') + send(2),
  ...more
})

const submitted = (given: Parts, failure: ExchangeFailure) =>
  new Journey(compile(given), { services: { R: fails(failure) } }).start().submit({ name: 'Ann' })

const contract = {
  _tag: 'ServiceRejected',
  status: 409,
  userMessage: 'Code wrong',
  developerMessage: 'dev',
  code: 'E1'
} as const

describe('a refusal by the error contract', () => {
  it.each([
    [43, 409],
    [44, 400]
  ])('example %i: with HTTP %i the page shows the service’s message', (_, status) => {
    const journey = submitted(parts({}), { ...contract, status })
    expect(journey.page.message).toEqual({ code: 'E1', key: 'userMessage', text: 'Code wrong' })
  })

  it('example 43: the person can submit again, and nothing else of the journey has changed', () => {
    let refused = true
    const journey = new Journey(compile(parts({})), {
      services: { R: () => (refused ? { failure: contract } : { body: {} }) }
    })
    journey.start().submit({ name: 'Ann' })
    expect(journey.claims).toEqual({})
    refused = false
    journey.submit({ name: 'Bea' })
    expect(journey.where).toBe('token')
    expect(journey.claims).toEqual({ name: 'Bea' })
  })

  it('example 43: no later validation profile runs', () => {
    const plan = compile(
      parts({}, { profiles: page('Ask', { output: 'name', validations: 'R R2' }) + rest('R') + rest('R2') })
    )
    const journey = new Journey(plan, { services: { R: fails(contract) } }).start().submit({ name: 'Ann' })
    expect(journey.asked).toEqual(['R'])
  })

  it.each([
    ['true', 'Code wrong\ndev\nE1'],
    ['false', 'Code wrong']
  ])('example 55: DebugMode %s', (DebugMode, text) => {
    expect(submitted(parts({ metadata: { DebugMode } }), contract).message).toBe(text)
  })
})

const http = (code: string, reason: string) =>
  `The claims exchange 'R' specified in step '1' returned HTTP error response with Code '${code}' and Reason '${reason}'.`

describe('any other failure', () => {
  it.each<[example: number, failure: ExchangeFailure, code: string, text: string]>([
    [45, { _tag: 'StatusRejected', status: 400, reason: '' }, 'AADB2C90075', http('BadRequest', 'Bad Request')],
    [
      46,
      { _tag: 'StatusRejected', status: 500, reason: '' },
      'AADB2C90075',
      http('InternalServerError', 'Internal Server Error')
    ],
    [
      47,
      { _tag: 'ErrorResponseUnreadable', status: 409, detail: 'text' },
      'AADB2C90261',
      "The claims exchange 'R' specified in step '1' returned HTTP error response that could not be parsed."
    ]
  ])('example %i', (_, failure, code, text) => {
    expect(submitted(parts({}), failure).page.message).toMatchObject({ code, text })
  })

  it('example 48: DefaultUserMessageIfRequestFailed takes the place of the text, and the code stays', () => {
    const given = parts({ metadata: { DefaultUserMessageIfRequestFailed: 'Try later' } })
    expect(submitted(given, { _tag: 'StatusRejected', status: 500, reason: '' }).page.message).toEqual({
      code: 'AADB2C90075',
      key: 'DefaultUserMessageIfRequestFailed',
      text: 'Try later'
    })
  })

  it('example 54: a localized string of the page wins over the metadata', () => {
    const given = parts(
      { metadata: { UserMessageIfRequestTimeout: 'Slow' } },
      {
        content: content(
          'api.words',
          '<LocalizedResourcesReferences><LocalizedResourcesReference Language="en" LocalizedResourcesReferenceId="words.en" /></LocalizedResourcesReferences>'
        ),
        profiles:
          page('Ask', { metadata: { ContentDefinitionReferenceId: 'api.words' }, output: 'name', validations: 'R' }) +
          rest('R', { metadata: { UserMessageIfRequestTimeout: 'Slow' } }),
        localization:
          '<Localization Enabled="true"><SupportedLanguages DefaultLanguage="en"><SupportedLanguage>en</SupportedLanguage></SupportedLanguages><LocalizedResources Id="words.en"><LocalizedStrings><LocalizedString ElementType="ErrorMessage" StringId="UserMessageIfRequestTimeout">Too slow for us</LocalizedString></LocalizedStrings></LocalizedResources></Localization>'
      }
    )
    const timeout: ExchangeFailure = { _tag: 'RequestTimeout', host: 'api.test', phase: 'headers', afterMillis: 10_000 }
    expect(submitted(given, timeout).message).toBe('Too slow for us')
  })
})

const list = (...items: ReadonlyArray<string>) => items.join('')
const validation = (id: string, attributes = '') => `<ValidationTechnicalProfile ReferenceId="${id}" ${attributes} />`

const asking = (validations: string, services: World['services'], output = 'name') =>
  new Journey(
    compile({
      claims: field('name') + claim('x') + claim('y'),
      profiles:
        page('Ask', { output, validations }) +
        rest('R1', { output: 'x' }) +
        rest('R2', { input: 'x', output: 'y' }) +
        rest('After', { input: 'x y' }),
      steps: exchange(1, 'Ask') + exchange(2, 'After') + send(3)
    }),
    { services: { ...services, After: answers() } }
  )
    .start()
    .submit({ name: 'Ann' })

describe('a list of validation profiles', () => {
  it('example 56: ContinueOnError swallows a failure', () => {
    const ran = asking(list(validation('R1', 'ContinueOnError="true"'), validation('R2')), {
      R1: fails({ _tag: 'StatusRejected', status: 500, reason: '' }),
      R2: answers()
    })
    expect(ran.asked).toEqual(['R1', 'R2', 'After'])
    expect(ran.where).toBe('token')
  })

  it('example 57: ContinueOnSuccess=false ends the list well', () => {
    const ran = asking(list(validation('R1', 'ContinueOnSuccess="false"'), validation('R2')), { R1: answers() })
    expect(ran.asked).toEqual(['R1', 'After'])
  })

  it('example 58: outputs reach later validations, and nothing beyond the page', () => {
    const seen: Array<unknown> = []
    const services: World['services'] = {
      R1: answers({ x: 'from R1' }),
      R2: (input) => {
        seen.push(...input)
        return { body: {} }
      }
    }
    expect(asking('R1 R2', services).claims).toEqual({ name: 'Ann' })
    expect(seen).toEqual(['from R1'])
    expect(asking('R1 R2', services, 'name x').claims).toEqual({ name: 'Ann', x: 'from R1' })
  })
})
