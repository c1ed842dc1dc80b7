/** Makes accounts of the users that a directory begins with. */
import type { Json } from '@trustframe/claims'
import type { Attributes } from '@trustframe/core/ports'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import * as Base64 from 'effect/encoding/Base64'
import * as Redacted from 'effect/Redacted'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'
import { isPasswordHash, PasswordHasher } from '../passwords/PasswordHasher.ts'
import { setPassword } from '../passwords/setPassword.ts'
import { randomGuid } from '../support/guid.ts'
import type { AccountIndex } from './AccountIndex.ts'
import type { DirectoryRules } from './DirectoryOptions.ts'
import { newAccount } from './newAccount.ts'
import type { SeedUser } from './SeedUser.ts'
import { writeAttributes } from './writeAttributes.ts'

/** A user to begin with cannot be an account. */
export class SeedProblem extends Schema.TaggedError<SeedProblem>()('SeedProblem', {
  /** From 1. */
  position: Schema.Int,
  displayName: Schema.String,
  detail: Schema.String
}) {
  override get message() {
    return `user ${this.position} ("${this.displayName}"): ${this.detail}`
  }
}

const attributesOf = (user: SeedUser): Attributes => {
  const { accountEnabled, attributes = {}, displayName, identities, signInNames = {}, userPrincipalName } = user
  const given: Record<string, Json> = { ...attributes, displayName }
  for (const [type, value] of Object.entries(signInNames)) given[`signInNames.${type}`] = value
  if (userPrincipalName !== undefined) given['userPrincipalName'] = userPrincipalName
  if (accountEnabled !== undefined) given['accountEnabled'] = accountEnabled
  if (identities !== undefined) {
    given['userIdentities'] = identities.map(({ id, issuer }) => ({ issuer, issuerUserId: Base64.encode(id) }))
  }
  return given
}

const plantUser = Effect.fnUntraced(function* (
  accounts: AccountIndex,
  user: SeedUser,
  position: number,
  rules: DirectoryRules
) {
  const problem = (detail: string) => new SeedProblem({ position, displayName: user.displayName, detail })
  const nowMillis = yield* Clock.currentTimeMillis
  const objectId = user.objectId ?? (yield* randomGuid)
  const written = writeAttributes(newAccount(objectId, rules.ownDomain, nowMillis), attributesOf(user), {
    isNew: true,
    rules
  })
  if (Result.isFailure(written)) return yield* problem(written.failure.detail)
  const { password, passwordHash } = user
  if (password !== undefined && passwordHash !== undefined) {
    return yield* problem('has both "password" and "passwordHash"; give one of them')
  }
  if (passwordHash !== undefined && !isPasswordHash(passwordHash)) {
    return yield* problem('has a "passwordHash" that is not argon2id in PHC form ("$argon2id$v=19$m=…,t=…,p=…$…$…")')
  }
  const hasher = yield* PasswordHasher
  const hash = password === undefined ? passwordHash : yield* hasher.hash(Redacted.make(password))
  const protectedAccount = hash === undefined ? written.success : setPassword(written.success, hash, nowMillis)
  const { credential } = protectedAccount
  const account =
    credential === undefined
      ? protectedAccount
      : { ...protectedAccount, credential: { ...credential, mustChange: user.forceChangePasswordNextSignIn ?? false } }
  const conflict = accounts.put(account)
  if (conflict !== undefined) return yield* problem(`attribute "${conflict}" has the value of another user`)
})

/** Puts every user into an empty directory, or says which one cannot be there. */
export const plantUsers = (
  accounts: AccountIndex,
  users: ReadonlyArray<SeedUser>,
  rules: DirectoryRules
): Effect.Effect<void, SeedProblem, PasswordHasher> =>
  Effect.forEach(users, (user, index) => plantUser(accounts, user, index + 1, rules), { discard: true })
