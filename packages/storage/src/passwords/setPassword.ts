/** What an account is after its password was set. */
import type { Account } from '../directory/Account.ts'
import { wholeSeconds } from '../directory/newAccount.ts'
import type { Refusal } from '../directory/writeAttributes.ts'
import { unlocked } from './lockout.ts'
import { readPasswordPolicies } from './passwordPolicies.ts'
import { passwordProblem } from './passwordProblem.ts'

/** Why an account cannot have this password, by the `passwordPolicies` that it has; `undefined` when it can. */
export const passwordRefusal = (account: Account, password: string): Refusal | undefined => {
  const policies = account.attributes.get('passwordpolicies')?.value
  const problem = passwordProblem(password, readPasswordPolicies(typeof policies === 'string' ? policies : undefined))
  return problem === undefined
    ? undefined
    : {
        _tag: 'AttributeRefused',
        attribute: 'password',
        reason: 'PasswordTooWeak',
        detail: `the password ${problem}`
      }
}

/**
 * The account with this password hash: a lockout ends, an expired password is fresh again, and refresh tokens that were issued
 * before are revoked. Source: threat-management (unlock), protocols section 7 (revocation).
 */
export const setPassword = (account: Account, hash: string, nowMillis: number): Account => ({
  ...account,
  credential: {
    hash,
    previousHash: account.credential?.hash,
    changedAt: nowMillis,
    mustChange: false,
    lockout: unlocked
  },
  refreshTokensValidFrom: wholeSeconds(nowMillis)
})
