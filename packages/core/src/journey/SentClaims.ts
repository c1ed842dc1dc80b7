/** What a `SendClaims` step sends: the material of tokens, or of a user info answer. */
import type { Json } from '@trustframe/claims'

export interface SentClaims {
  /** Which step sent: the journey (-1, or the index of a sub journey) and the index of the step. */
  readonly journey: number
  readonly step: number
  /** What the relying party's token holds, by claim name. */
  readonly token: Readonly<Record<string, Json>>
  /** `sub`: the token claim that `SubjectNamingInfo` names. */
  readonly subject: string | undefined
  /** Whom a refresh token belongs to. */
  readonly userIdentity: string | undefined
  /** By claim type id: what a refresh journey may read again. */
  readonly claims: Readonly<Record<string, Json>>
}
