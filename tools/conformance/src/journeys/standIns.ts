/** What stands in the place of the outside: services and identity providers that answer with examples. */
import type { Json } from '@trustframe/claims'
import { Interpreter } from '@trustframe/core'
import {
  type AccountKey,
  ConditionalAccess,
  Directory,
  IdentityProviders,
  RestfulProvider,
  TokenVerifier,
  TotpDevices
} from '@trustframe/core/ports'
import type { OutputBinding } from '@trustframe/plan'
import {
  type Inbox,
  layerDirectoryMemory,
  layerOneTimePasswordsMemory,
  layerOutboxMemory,
  PasswordHasher,
  type SeedUser
} from '@trustframe/storage'
import { exampleJson } from '@trustframe/testing'
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

/** A JSON document with an example at each path; items that a path leaves out are empty objects. */
const put = (target: Record<string, Json>, path: ReadonlyArray<string | number>, value: Json): void => {
  const [head, ...rest] = path
  if (head === undefined) return
  const key = String(head)
  if (rest.length === 0) {
    target[key] = value
    return
  }
  const next: Record<string, Json> = {}
  const known = target[key]
  if (typeof known === 'object' && known !== null && !Array.isArray(known)) Object.assign(next, known)
  put(next, rest, value)
  target[key] = typeof rest[0] === 'number' ? listOf(next) : next
}

const listOf = (items: Readonly<Record<string, Json>>): ReadonlyArray<Json> => {
  const length = Math.max(...Object.keys(items).map(Number)) + 1
  return Array.from({ length }, (_, index) => items[String(index)] ?? {})
}

/** An answer that has all output claims of a profile. */
export const exampleAnswer = (outputs: ReadonlyArray<OutputBinding>): Readonly<Record<string, Json>> => {
  const answer: Record<string, Json> = {}
  for (const { claim, partnerName, path } of outputs) {
    if (partnerName.startsWith('{')) continue
    put(answer, path, exampleJson(partnerName, claim.dataType))
  }
  return answer
}

const layerServices = Layer.succeed(RestfulProvider, {
  exchange: ({ outputClaims }) => Effect.succeed({ status: 200, body: exampleAnswer(outputClaims), attempts: [] })
})

const layerProviders = Layer.succeed(IdentityProviders, {
  begin: ({ provider }) =>
    Effect.succeed({
      _tag: 'AuthorizationPrepared',
      url: provider.authorizationEndpoint ?? provider.metadataUrl ?? 'https://provider.example/',
      memory: {}
    } as const),
  redeem: ({ provider }) =>
    Effect.succeed({
      _tag: 'IdentityProved',
      claims: exampleAnswer(provider.outputClaims),
      tokens: { access_token: 'example', token_type: 'Bearer', expires_in: '3600', refresh_token: 'example' }
    } as const)
})

const layerVerifier = Layer.succeed(TokenVerifier, {
  verify: ({ outputClaims }) => Effect.succeed({ _tag: 'TokenAccepted', claims: exampleAnswer(outputClaims) } as const)
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

/** What a path finds in the directory besides the known user, and what it looks for and does not find. */
export interface Accounts {
  readonly present: ReadonlyArray<AccountKey>
  readonly missing: Array<AccountKey>
}

/** Makes the accounts that have to be there, and notes those that are looked for. */
const layerWatchedDirectory = ({ missing, present }: Accounts) =>
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

/** An interpreter with a directory, codes and an inbox of its own; services and providers answer with examples. */
export const layerStandIns = (accounts: Accounts): Layer.Layer<Interpreter | Inbox> => {
  const directory = Layer.provide(layerWatchedDirectory(accounts), layerUsers)
  const ports = Layer.mergeAll(
    layerServices,
    layerProviders,
    layerVerifier,
    layerDevices,
    ConditionalAccess.layerConstant(),
    directory,
    layerOneTimePasswordsMemory,
    layerOutboxMemory
  )
  return Layer.provideMerge(Interpreter.layer, ports)
}
