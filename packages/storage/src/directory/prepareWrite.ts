/** Decides what a `Write` does, before anything is hashed or stored. */
import type { DirectoryAnswer, DirectoryRequest } from '@trustframe/core/ports'
import * as Redacted from 'effect/Redacted'
import * as Result from 'effect/Result'
import { passwordRefusal } from '../passwords/setPassword.ts'
import type { Account } from './Account.ts'
import type { DirectoryRules } from './DirectoryOptions.ts'
import { newAccount } from './newAccount.ts'
import { type Lookup, uniqueKeysOf } from './uniqueKeys.ts'
import { invalidValue, writeAttributes } from './writeAttributes.ts'

export type WriteRequest = Extract<DirectoryRequest, { readonly _tag: 'Write' }>

/** What a write would store. */
export interface PreparedWrite {
  readonly account: Account
  readonly created: boolean
}

/** What a new account needs besides its attributes. */
export interface Birth {
  readonly objectId: string
  readonly nowMillis: number
}

/** An account has to be found again by what it was made for. Source: active-directory-technical-profile (requirements). */
const keyProblem = (account: Account, lookup: Lookup): DirectoryAnswer | undefined => {
  if (!uniqueKeysOf(account).some(({ entry }) => entry === lookup.entry)) {
    return invalidValue(lookup.attribute, 'identifies the new account and has to be among its persisted claims')
  }
  return account.signInNames.length + account.identities.length > 0 ||
    lookup.attribute.toLowerCase() === 'userprincipalname'
    ? undefined
    : invalidValue('signInNames', 'or an external identity is required for a new account')
}

/** The account that a write makes or changes, without its password; or the answer that ends it. */
export const prepareWrite = (
  request: WriteRequest,
  lookup: Lookup,
  existing: Account | undefined,
  birth: Birth,
  rules: DirectoryRules
): Result.Result<PreparedWrite, DirectoryAnswer> => {
  const created = existing === undefined
  if (created && (!request.mayCreate || lookup.attribute.toLowerCase() === 'objectid')) {
    return Result.fail({ _tag: 'AccountNotFound' })
  }
  if (!created && !request.mayUpdate) return Result.fail({ _tag: 'AccountExists', attribute: lookup.attribute })
  const before = existing ?? newAccount(birth.objectId, rules.ownDomain, birth.nowMillis)
  const written = writeAttributes(before, request.attributes, { isNew: created, rules })
  if (Result.isFailure(written)) return Result.fail(written.failure)
  const account = written.success
  const problem = created ? keyProblem(account, lookup) : undefined
  if (problem !== undefined) return Result.fail(problem)
  const refusal =
    request.password === undefined ? undefined : passwordRefusal(account, Redacted.value(request.password))
  return refusal === undefined ? Result.succeed({ account, created }) : Result.fail(refusal)
}
