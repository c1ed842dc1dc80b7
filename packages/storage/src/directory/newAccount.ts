/** An account before anything is written to it. */
import type { Account } from './Account.ts'

/** Refresh tokens name their time in whole seconds: one that is issued in the same second must not look older. */
export const wholeSeconds = (millis: number): number => Math.floor(millis / 1000) * 1000

/** An enabled account without a name; its user principal name is made of its object id. */
export const newAccount = (objectId: string, ownDomain: string, nowMillis: number): Account => ({
  objectId,
  userPrincipalName: `${objectId}@${ownDomain}`,
  accountEnabled: true,
  signInNames: [],
  identities: [],
  attributes: new Map(),
  credential: undefined,
  createdAt: nowMillis,
  refreshTokensValidFrom: wholeSeconds(nowMillis)
})
