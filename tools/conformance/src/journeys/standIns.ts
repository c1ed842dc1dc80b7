/** What stands in the place of the outside: services and identity providers that answer with examples. */
import { type DataType, formatValue, isJsonObject, type Json, type JsonObject } from '@trustframe/claims'
import {
  type AccountKey,
  ConditionalAccess,
  Directory,
  IdentityProviders,
  type OneTimePasswords,
  type Outbox,
  type RestfulInput,
  RestfulProvider,
  TokenVerifier,
  TotpDevices
} from '@trustframe/core/ports'
import type { ClaimBinding, OutputBinding } from '@trustframe/plan'
import {
  type Inbox,
  layerDirectoryMemory,
  layerOneTimePasswordsMemory,
  layerOutboxMemory,
  PasswordHasher,
  type SeedUser
} from '@trustframe/storage'
import { exampleJson, putAt } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'

/** The user that the directory has from the start: whoever signs in. */
export const knownUser = {
  displayName: 'Ada Lovelace',
  objectId: '8d2f6a60-2c0e-4a5e-9d0a-3a4a7d6c1b11',
  signInNames: { emailAddress: 'ada@example.com', userName: 'ada.lovelace', phoneNumber: '+12065550100' },
  password: 'Passw0rd!Known',
  attributes: {
    strongAuthenticationEmailAddress: 'ada@example.com',
    givenName: 'Ada',
    surname: 'Lovelace',
    mail: 'ada@example.com',
    otherMails: ['ada@example.com']
  }
} as const satisfies SeedUser

/** A code that a service says it has sent. */
const someCode = '123456'

/** What services and providers say. */
const told = (name: string, dataType: DataType, { documents, newcomer }: Outside): Json => {
  const json = exampleJson(name, dataType)
  if (typeof json !== 'string' || dataType !== 'string') return json
  if (json.startsWith('example ') && /otp|code/i.test(name)) return someCode
  if (newcomer && json === knownUser.signInNames.emailAddress) return 'newcomer@contoso.com'
  return documents ? { en_US: json } : json
}

/** An answer that has all output claims of a profile. */
const exampleAnswer = (outputs: ReadonlyArray<OutputBinding>, outside: Outside): JsonObject => {
  let answer: Json = {}
  for (const { claim, partnerName, path } of outputs) {
    if (!partnerName.startsWith('{')) answer = putAt(answer, path, told(partnerName, claim.dataType, outside))
  }
  return isJsonObject(answer) ? answer : {}
}

/** Names of claims by which policies have codes delivered. */
const carriesCode = /code|otp|pin$|body|message|text|content/i

/** A code that a service is to deliver, such as by a text message. */
const codeIn = (inputs: ReadonlyArray<ClaimBinding>, values: RestfulInput): string | undefined =>
  inputs
    .flatMap(({ partnerName }, index) => {
      const value = values[index]
      const text = value === undefined || !carriesCode.test(partnerName) ? '' : formatValue(value)
      return /(?<!\d)\d{4,8}(?!\d)/.exec(text) ?? []
    })
    .at(0)

const layerServices = (outside: Outside) =>
  Layer.succeed(RestfulProvider, {
    exchange: ({ inputClaims, outputClaims }, input) =>
      Effect.sync(() => {
        const code = codeIn(inputClaims, input)
        if (code !== undefined) outside.delivered.push(code)
        return { status: 200, body: exampleAnswer(outputClaims, outside), attempts: [] }
      })
  })

const layerProviders = (outside: Outside) =>
  Layer.succeed(IdentityProviders, {
    begin: ({ provider }) =>
      Effect.succeed({
        _tag: 'AuthorizationPrepared',
        url: provider.authorizationEndpoint ?? provider.metadataUrl ?? 'https://provider.example/',
        memory: {}
      } as const),
    redeem: ({ provider }) =>
      Effect.succeed({
        _tag: 'IdentityProved',
        claims: exampleAnswer(provider.outputClaims, outside),
        tokens: { access_token: 'example', token_type: 'Bearer', expires_in: '3600', refresh_token: 'example' }
      } as const)
  })

const layerVerifier = (outside: Outside) =>
  Layer.succeed(TokenVerifier, {
    verify: ({ outputClaims }) =>
      Effect.succeed({ _tag: 'TokenAccepted', claims: exampleAnswer(outputClaims, outside) } as const)
  })

/** Devices are there or not; every code is right. */
const layerDevices = Layer.succeed(TotpDevices, {
  count: () => Effect.succeed(0),
  begin: () => Effect.succeed({ _tag: 'TotpBegun' } as const),
  verify: () => Effect.succeed({ _tag: 'CodeRight' } as const)
})

const layerUsers = layerDirectoryMemory({ users: [knownUser], lockout: { threshold: 1000 } }).pipe(
  Layer.provide(PasswordHasher.layer({ memoryKib: 8, iterations: 1 })),
  Layer.orDie
)

/** What a path finds outside, and what it leaves there. */
export interface Outside {
  /** Accounts of the directory besides the known user. */
  readonly present: ReadonlyArray<AccountKey>
  /** Accounts that were looked for and not found. */
  readonly missing: Array<AccountKey>
  /** Codes that services were asked to deliver, the last one last. */
  readonly delivered: Array<string>
  /** Services and identity providers tell of somebody whom the directory does not know. */
  readonly newcomer: boolean
  /** Services and identity providers answer with objects where a policy takes a text: it may take them apart. */
  readonly documents: boolean
}

/** Makes the accounts that have to be there, and notes those that are looked for. */
const layerWatchedDirectory = ({ missing, present }: Outside) =>
  Layer.effect(
    Directory,
    Effect.gen(function* () {
      const directory = yield* Directory
      for (const key of present) {
        const attributes = { displayName: 'Grace Hopper', [key.attribute]: key.value }
        yield* directory.perform({
          _tag: 'Write',
          key,
          attributes,
          password: undefined,
          mayCreate: true,
          mayUpdate: true
        })
      }
      return Directory.of({
        authenticate: directory.authenticate,
        perform: (request) =>
          Effect.tap(directory.perform(request), ({ _tag }) =>
            Effect.sync(() => {
              if (_tag === 'AccountNotFound') missing.push(request.key)
            })
          )
      })
    })
  )

/** Every port that a journey may ask for, and where codes arrive. */
export type StandIns =
  | ConditionalAccess
  | Directory
  | IdentityProviders
  | Inbox
  | OneTimePasswords
  | Outbox
  | RestfulProvider
  | TokenVerifier
  | TotpDevices

/** All ports, with a directory, codes and an inbox of their own; services and providers answer with examples. */
export const layerStandIns = (outside: Outside): Layer.Layer<StandIns> => {
  const directory = Layer.provide(layerWatchedDirectory(outside), layerUsers)
  return Layer.mergeAll(
    layerServices(outside),
    layerProviders(outside),
    layerVerifier(outside),
    layerDevices,
    ConditionalAccess.layerConstant(),
    directory,
    layerOneTimePasswordsMemory,
    layerOutboxMemory
  )
}
