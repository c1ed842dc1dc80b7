/** What an account is after attributes were cleared. */
import type * as Result from 'effect/Result'
import type { Account } from './Account.ts'
import type { DirectoryRules } from './DirectoryOptions.ts'
import { type Refusal, writeAttributes } from './writeAttributes.ts'

/**
 * The account without these attributes. The attribute that found it is among them, since a policy has to persist it, and stays.
 * Source: active-directory-technical-profile (DeleteClaims).
 */
export const clearAttributes = (
  account: Account,
  names: ReadonlyArray<string>,
  key: string,
  rules: DirectoryRules
): Result.Result<Account, Refusal> =>
  writeAttributes(
    account,
    Object.fromEntries(names.filter((name) => name.toLowerCase() !== key.toLowerCase()).map((name) => [name, null])),
    { isNew: false, rules }
  )
