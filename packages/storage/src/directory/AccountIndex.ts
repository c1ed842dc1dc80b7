/** Accounts in memory, found by what is unique about them. */
import type { Account } from './Account.ts'
import { type Lookup, uniqueKeysOf } from './uniqueKeys.ts'

const hasSignInName = (account: Account, entry: string, type: string): boolean =>
  account.signInNames.some(
    (name) => name.type.toLowerCase() === type && `signInName:${name.value.toLowerCase()}` === entry
  )

/** Accounts by object id, and an index from every unique value to the object id. */
export class AccountIndex {
  readonly #accounts = new Map<string, Account>()
  readonly #entries = new Map<string, string>()

  /** The account with this unique value (see `uniqueKeysOf`). */
  at(entry: string): Account | undefined {
    const objectId = this.#entries.get(entry)
    return objectId === undefined ? undefined : this.#accounts.get(objectId)
  }

  find({ entry, signInNameType }: Lookup): Account | undefined {
    const account = this.at(entry)
    return account !== undefined && (signInNameType === undefined || hasSignInName(account, entry, signInNameType))
      ? account
      : undefined
  }

  /** Adds or replaces an account; the attribute whose value another account has, when there is one: nothing changes then. */
  put(account: Account): string | undefined {
    const keys = uniqueKeysOf(account)
    const conflict = keys.find(({ entry }) => {
      const owner = this.#entries.get(entry)
      return owner !== undefined && owner !== account.objectId
    })
    if (conflict !== undefined) return conflict.attribute
    this.remove(account.objectId)
    this.#accounts.set(account.objectId, account)
    for (const { entry } of keys) this.#entries.set(entry, account.objectId)
    return undefined
  }

  remove(objectId: string): void {
    const account = this.#accounts.get(objectId)
    if (account === undefined) return
    for (const { entry } of uniqueKeysOf(account)) this.#entries.delete(entry)
    this.#accounts.delete(objectId)
  }
}
