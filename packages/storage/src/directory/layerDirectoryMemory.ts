/** A directory in memory, with the semantics of `AzureActiveDirectoryProvider`. */
import { Directory, type DirectoryAnswer, type DirectoryRequest } from '@trustframe/core/ports'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Result from 'effect/Result'
import { authenticate } from '../passwords/authenticate.ts'
import { PasswordHasher } from '../passwords/PasswordHasher.ts'
import { setPassword } from '../passwords/setPassword.ts'
import { randomGuid } from '../support/guid.ts'
import type { Account } from './Account.ts'
import { AccountIndex } from './AccountIndex.ts'
import { clearAttributes } from './clearAttributes.ts'
import { type DirectoryOptions, type DirectoryRules, directoryRules } from './DirectoryOptions.ts'
import { type PreparedWrite, prepareWrite, type WriteRequest } from './prepareWrite.ts'
import { allAttributes, readAttributes } from './readAttributes.ts'
import { plantUsers, type SeedProblem } from './plantUsers.ts'
import { type Lookup, lookupOf } from './uniqueKeys.ts'

const notFound: DirectoryAnswer = { _tag: 'AccountNotFound' }
const changed: DirectoryAnswer = { _tag: 'AccountChanged' }

/** Stores an account, unless another one has a unique value of it. */
const store = (accounts: AccountIndex, account: Account): DirectoryAnswer | undefined => {
  const conflict = accounts.put(account)
  return conflict === undefined ? undefined : { _tag: 'AccountExists', attribute: conflict }
}

const written = ({ account, created }: PreparedWrite, request: WriteRequest): DirectoryAnswer => ({
  _tag: 'AccountWritten',
  created,
  attributes: { ...allAttributes(account), ...readAttributes(account, Object.keys(request.attributes)) }
})

const usedBefore: DirectoryAnswer = {
  _tag: 'AttributeRefused',
  attribute: 'password',
  reason: 'PasswordUsedBefore',
  detail: 'the password is the current one'
}

const write = (accounts: AccountIndex, rules: DirectoryRules, request: WriteRequest, lookup: Lookup) =>
  Effect.gen(function* () {
    const birth = { objectId: yield* randomGuid, nowMillis: yield* Clock.currentTimeMillis }
    const prepare = () => prepareWrite(request, lookup, accounts.find(lookup), birth, rules)
    const first = prepare()
    if (Result.isFailure(first)) return first.failure
    const { password } = request
    if (password === undefined) return store(accounts, first.success.account) ?? written(first.success, request)

    const hasher = yield* PasswordHasher
    const current = first.success.account.credential?.hash
    if (rules.refuseCurrentPassword && current !== undefined && (yield* hasher.rehash(password, current)) === current) {
      return usedBefore
    }
    const hash = yield* hasher.hash(password)
    // Hashing takes a while: another request may have made or changed the account in the meantime.
    const second = prepare()
    if (Result.isFailure(second)) return second.failure
    const account = setPassword(second.success.account, hash, birth.nowMillis)
    return store(accounts, account) ?? written({ ...second.success, account }, request)
  })

const performOn = (accounts: AccountIndex, rules: DirectoryRules) =>
  Effect.fnUntraced(function* (request: DirectoryRequest) {
    const lookup = lookupOf(request.key)
    if (lookup === undefined) return notFound
    if (request._tag === 'Write') return yield* write(accounts, rules, request, lookup)
    const account = accounts.find(lookup)
    if (account === undefined) return notFound
    switch (request._tag) {
      case 'Read':
        return { _tag: 'AccountRead', attributes: readAttributes(account, request.attributes) } as const
      case 'DeleteClaims': {
        const cleared = clearAttributes(account, request.attributes, request.key.attribute, rules)
        return Result.isFailure(cleared) ? cleared.failure : (store(accounts, cleared.success) ?? changed)
      }
      case 'DeleteClaimsPrincipal':
        accounts.remove(account.objectId)
        return changed
    }
  })

/**
 * The accounts of a tenant in memory. Fails when a user to begin with cannot be an account.
 *
 * @example
 * layerDirectoryMemory({ users: [{ displayName: 'Ada', signInNames: { emailAddress: 'ada@contoso.com' }, password: 'Passw0rd!' }] })
 *   .pipe(Layer.provide(PasswordHasher.layer()))
 */
export const layerDirectoryMemory = (
  options: DirectoryOptions = {}
): Layer.Layer<Directory, SeedProblem, PasswordHasher> =>
  Layer.effect(
    Directory,
    Effect.gen(function* () {
      const hasher = yield* PasswordHasher
      const rules = directoryRules(options)
      const accounts = new AccountIndex()
      yield* plantUsers(accounts, options.users ?? [], rules)
      const perform = performOn(accounts, rules)
      return Directory.of({
        perform: (request) => Effect.provideService(perform(request), PasswordHasher, hasher),
        authenticate: (check) => Effect.provideService(authenticate(accounts, rules, check), PasswordHasher, hasher)
      })
    })
  )
