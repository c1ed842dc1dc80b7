/** A tenant in memory with people who drive journeys through it, page by page. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Json } from '@trustframe/claims'
import {
  decodeState,
  encodeState,
  type Entered,
  type Interaction,
  Interpreter,
  type JourneyContext,
  type JourneyError,
  type JourneyOutcome,
  type PageModel,
  type SessionRecord
} from '@trustframe/core'
import { Directory, IdentityProviders, RestfulProvider } from '@trustframe/core/ports'
import { compileJourney, type JourneyPlan } from '@trustframe/plan'
import {
  Inbox,
  layerDirectoryMemory,
  layerOneTimePasswordsMemory,
  layerOutboxMemory,
  layerTotpDevicesMemory,
  PasswordHasher,
  type SeedUser
} from '@trustframe/storage'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Result from 'effect/Result'
import { chainsOf, policyOf } from '../../src/journeys/chains.ts'

/** Where the corpus is: at `$TRUSTFRAME_CORPUS`, else beside the repository. */
export const corpus = process.env['TRUSTFRAME_CORPUS'] ?? resolve(import.meta.dirname, '../../../../../shared/corpus')

export const hasCorpus = existsSync(join(corpus, 'index.json'))

const chains = hasCorpus ? chainsOf(corpus) : []
const plans = new Map<string, JourneyPlan>()

/** The plan of a relying-party policy of the corpus, or of one of its other journeys. */
export const planOf = (relyingParty: string, journeyId?: string): JourneyPlan => {
  const name = `${relyingParty}#${journeyId ?? ''}`
  const known = plans.get(name)
  if (known !== undefined) return known
  const chain = chains.find((candidate) => candidate.relyingParty === relyingParty)
  const policy = chain === undefined ? `the corpus has no "${relyingParty}"` : policyOf(corpus, chain)
  if (typeof policy === 'string') throw new Error(policy)
  const { diagnostics, plan } = compileJourney(policy, journeyId)
  if (plan === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  plans.set(name, plan)
  return plan
}

/** A user whom the directory knows. */
export const ada = {
  displayName: 'Ada Lovelace',
  objectId: '8d2f6a60-2c0e-4a5e-9d0a-3a4a7d6c1b11',
  signInNames: { emailAddress: 'ada@contoso.com' },
  password: 'Passw0rd!',
  attributes: { givenName: 'Ada', surname: 'Lovelace' }
} as const satisfies SeedUser

/** What an identity provider says of whoever signs in there. */
export type Identity = Readonly<Record<string, Json>>

/** The layers of a tenant. */
export const layerTenant = (
  users: ReadonlyArray<SeedUser> = [ada],
  identity: Identity = {
    id: 'grace-42',
    name: 'Grace Hopper',
    first_name: 'Grace',
    last_name: 'Hopper',
    email: 'grace@example.com'
  }
) => {
  const ports = Layer.mergeAll(
    layerDirectoryMemory({ users }).pipe(
      Layer.provide(PasswordHasher.layer({ memoryKib: 8, iterations: 1 })),
      Layer.orDie
    ),
    layerOneTimePasswordsMemory,
    layerOutboxMemory,
    layerTotpDevicesMemory(),
    Layer.succeed(RestfulProvider, { exchange: () => Effect.die('no service is called') }),
    Layer.succeed(IdentityProviders, {
      begin: ({ provider, state }) =>
        Effect.succeed({
          _tag: 'AuthorizationPrepared',
          url: `${provider.authorizationEndpoint ?? ''}?state=${state}`,
          memory: {}
        } as const),
      redeem: () =>
        Effect.succeed({ _tag: 'IdentityProved', claims: identity, tokens: { access_token: 'at' } } as const)
    })
  )
  return Layer.provideMerge(Interpreter.layer, ports)
}

const context: JourneyContext = {
  correlationId: '5b1a8b1c-0f3c-4c51-8d52-3a2a4b1f7c01',
  language: 'en-US',
  parameters: { client_id: '00001111-aaaa-2222-bbbb-3333cccc4444' },
  hostName: 'contoso.b2clogin.com',
  ipAddress: '203.0.113.7'
}

/** How a visit begins. */
export interface Visit {
  readonly parameters?: Readonly<Record<string, string>>
  readonly session?: SessionRecord | undefined
  readonly grant?: JourneyContext['grant']
}

/** One person's way through one journey; at every interaction the state is laid to rest and taken up again. */
export class Visitor {
  readonly plan: JourneyPlan
  outcome: JourneyOutcome

  constructor(plan: JourneyPlan, outcome: JourneyOutcome) {
    this.plan = plan
    this.outcome = outcome
  }

  /** Starts a journey. */
  static readonly open = Effect.fnUntraced(function* (
    plan: JourneyPlan,
    { grant, parameters = {}, session }: Visit = {}
  ) {
    const interpreter = yield* Interpreter
    const outcome = yield* interpreter.start(plan, {
      context: { ...context, parameters: { ...context.parameters, ...parameters }, grant },
      claims: new Map(),
      session
    })
    return new Visitor(plan, outcome)
  })

  act(interaction: Interaction) {
    return Effect.gen({ self: this }, function* () {
      const interpreter = yield* Interpreter
      if (this.outcome._tag !== 'Suspended') throw new Error(`the journey has ended: ${this.where}`)
      const text = encodeState(this.plan, this.outcome.state)
      const state = Result.getOrThrow(decodeState(this.plan, text))
      this.outcome = yield* interpreter.advance(this.plan, state, interaction)
      return this
    })
  }

  submits(values: Entered) {
    return this.act({ _tag: 'Submitted', values })
  }

  chooses(exchange: string) {
    return this.act({ _tag: 'Selected', exchange })
  }

  /** Comes back from the identity provider. */
  returns(parameters: Readonly<Record<string, string>> = { code: 'abc' }) {
    return this.act({ _tag: 'Returned', parameters })
  }

  /** Proves an address by the code in the inbox: with the display control of the page, else with the built-in way. */
  verifies(address: string) {
    return Effect.gen({ self: this }, function* () {
      const inbox = yield* Inbox
      const { page } = this
      const control = page.kind === 'SelfAsserted' ? page.form.items.find((item) => item._tag === 'Control') : undefined
      if (control?._tag === 'Control') {
        const use = (action: string, verificationCode: string) =>
          this.act({ _tag: 'ControlUsed', control: control.id, action, values: { email: address, verificationCode } })
        yield* use('SendCode', '')
        return yield* use('VerifyCode', (yield* inbox.lastCode(address)) ?? '')
      }
      yield* this.act({ _tag: 'EmailCodeRequested', claim: 'email', address })
      const code = (yield* inbox.lastCode(address)) ?? ''
      return yield* this.act({ _tag: 'EmailCodeEntered', claim: 'email', address, code })
    })
  }

  /** Proves a phone by the code in the inbox. */
  provesPhone(phone: number | string) {
    return Effect.gen({ self: this }, function* () {
      const inbox = yield* Inbox
      yield* this.act({ _tag: 'PhoneCodeRequested', phone, method: 'sms' })
      return yield* this.act({ _tag: 'PhoneCodeEntered', code: (yield* inbox.lastCode()) ?? '' })
    })
  }

  get page(): PageModel {
    if (this.outcome._tag !== 'Suspended' || this.outcome.interaction._tag !== 'Page') {
      throw new Error(`the journey is at ${this.where}, not at a page`)
    }
    return this.outcome.interaction.page
  }

  /** What the page says: `code text`, or the text alone. */
  get reads(): string | undefined {
    const { message } = this.page
    return message === undefined
      ? undefined
      : [message.code, message.text].filter((part) => part !== undefined).join(' ')
  }

  get error(): JourneyError {
    if (this.outcome._tag !== 'Failed') throw new Error(`the journey is at ${this.where} and has not failed`)
    return this.outcome.error
  }

  get token(): Readonly<Record<string, Json>> {
    if (this.outcome._tag !== 'Completed' || this.outcome.token === undefined) {
      throw new Error(`the journey is at ${this.where} and has no token`)
    }
    return this.outcome.token
  }

  get session(): SessionRecord | undefined {
    if (this.outcome._tag !== 'Completed') throw new Error(`the journey is at ${this.where} and has not ended`)
    return this.outcome.completion.session
  }

  /** What a refresh token of this journey keeps. */
  get kept(): Readonly<Record<string, Json>> {
    if (this.outcome._tag !== 'Completed') throw new Error(`the journey is at ${this.where} and has not ended`)
    return this.outcome.completion.sent?.claims ?? {}
  }

  /** Where the journey is: `page X`, `redirect X`, `token` or `error CODE`. */
  get where(): string {
    const { outcome } = this
    if (outcome._tag === 'Completed') return 'token'
    if (outcome._tag === 'Failed') return `error ${outcome.error.code} ${outcome.error.description}`
    const { interaction } = outcome
    if (interaction._tag === 'Redirect') return `redirect ${interaction.technicalProfile}`
    const { page } = interaction
    return `page ${page.contentDefinition ?? page.kind}`
  }
}

const accountAttributes = [
  'objectId',
  'displayName',
  'givenName',
  'surname',
  'otherMails',
  'strongAuthenticationPhoneNumber'
]

/** Reads an account. */
export const account = (attribute: string, value: string) =>
  Effect.gen(function* () {
    const directory = yield* Directory
    const answer = yield* directory.perform({ _tag: 'Read', key: { attribute, value }, attributes: accountAttributes })
    return answer._tag === 'AccountRead' ? answer.attributes : undefined
  })
