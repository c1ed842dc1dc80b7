/** A local sign-in: holds a password against its account, and counts wrong ones. */
import type { PasswordAnswer, PasswordCheck } from '@trustframe/core/ports'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import type { Account } from '../directory/Account.ts'
import type { AccountIndex } from '../directory/AccountIndex.ts'
import type { DirectoryRules } from '../directory/DirectoryOptions.ts'
import { allAttributes } from '../directory/readAttributes.ts'
import { userNameEntries } from '../directory/uniqueKeys.ts'
import { sameText } from '../support/sameText.ts'
import type { Credential } from './Credential.ts'
import { afterFailure, isLocked, unlocked } from './lockout.ts'
import { PasswordHasher } from './PasswordHasher.ts'
import { readPasswordPolicies } from './passwordPolicies.ts'

const find = (accounts: AccountIndex, userName: string): Account | undefined =>
  userNameEntries(userName)
    .map((entry) => accounts.at(entry))
    .find((account) => account !== undefined)

const isExpired = (account: Account, credential: Credential, nowMillis: number, rules: DirectoryRules): boolean => {
  if (credential.mustChange) return true
  const policies = account.attributes.get('passwordpolicies')?.value
  return (
    !readPasswordPolicies(typeof policies === 'string' ? policies : undefined).disablePasswordExpiration &&
    nowMillis >= credential.changedAt + rules.passwordLifetimeMillis
  )
}

/** What the right password of an account is good for. Whoever does not know it learns nothing of this. */
const admit = (account: Account, credential: Credential, nowMillis: number, rules: DirectoryRules): PasswordAnswer => {
  if (!account.accountEnabled) return { _tag: 'AccountDisabled' }
  return isExpired(account, credential, nowMillis, rules)
    ? { _tag: 'PasswordExpired' }
    : { _tag: 'PasswordRight', attributes: allAttributes(account) }
}

/**
 * Checks a password: first whether the account is locked, then the password, then whether the account is disabled or the
 * password has expired. The order is ours; the service does not document it.
 */
export const authenticate = Effect.fnUntraced(function* (
  accounts: AccountIndex,
  rules: DirectoryRules,
  { password, username }: PasswordCheck
) {
  const nowMillis = yield* Clock.currentTimeMillis
  const found = find(accounts, username)
  if (found === undefined) return { _tag: 'AccountNotFound' } as const
  const tried = found.credential
  if (tried === undefined || Redacted.value(password) === '') return { _tag: 'PasswordWrong' } as const
  if (isLocked(tried.lockout, nowMillis)) return { _tag: 'AccountLocked' } as const

  const hasher = yield* PasswordHasher
  const hash = yield* hasher.rehash(password, tried.hash)
  const isRight = sameText(hash, tried.hash)
  const isOld =
    !isRight &&
    tried.previousHash !== undefined &&
    sameText(yield* hasher.rehash(password, tried.previousHash), tried.previousHash)

  // Hashing takes a while: many guesses at once must not all be answered before the first of them is counted.
  const account = accounts.at(`objectId:${found.objectId.toLowerCase()}`)
  const credential = account?.credential
  if (account === undefined || credential === undefined) return { _tag: 'AccountNotFound' } as const
  if (isLocked(credential.lockout, nowMillis)) return { _tag: 'AccountLocked' } as const
  const lockout = isRight ? unlocked : afterFailure(credential.lockout, hash, nowMillis, rules.lockout)
  if (lockout !== credential.lockout) accounts.put({ ...account, credential: { ...credential, lockout } })
  if (isRight) return admit(account, credential, nowMillis, rules)
  return { _tag: isOld ? 'PasswordOld' : 'PasswordWrong' } as const
})
