/** What a journey asks of the outside. */
import type { Json } from '@trustframe/claims'
import type { IssuerPlan, Origin, RestfulPlan } from '@trustframe/plan/plan'
import type { RestfulInput } from '../ports/RestfulProvider.ts'
import type { JourneyError } from './JourneyError.ts'
import type { PageModel } from './page/PageModel.ts'
import type { Request } from './Request.ts'
import type { SentClaims } from './SentClaims.ts'
import type { SessionRecord } from './session/SessionRecord.ts'

/** A page for a person; an event of an interaction goes on. */
export interface PageDemand {
  readonly _tag: 'Page'
  readonly page: PageModel
}

/** The browser is sent to an identity provider; `Returned` goes on. */
export interface RedirectDemand {
  readonly _tag: 'Redirect'
  readonly technicalProfile: string
  readonly origin: Origin
  /** With the request's parameters. */
  readonly url: string
}

/** The journey ended well. */
export interface CompleteDemand {
  readonly _tag: 'Complete'
  readonly issuer: IssuerPlan | undefined
  /** What the relying party's token holds when a `SendClaims` step ended the journey. */
  readonly token: Readonly<Record<string, Json>> | undefined
  /** The same, with the subject and what a refresh token keeps. */
  readonly sent: SentClaims | undefined
  /** The session of the user from now on; absent when no profile took part in one. */
  readonly session: SessionRecord | undefined
  /** When the user last entered credentials; milliseconds since 1970. */
  readonly authenticatedAt: number
}

export type Demand =
  /** Call a RESTful technical profile. */
  | { readonly _tag: 'Exchange'; readonly profile: RestfulPlan; readonly input: RestfulInput }
  /** Ask another port; `Answered` goes on. */
  | {
      readonly _tag: 'Perform'
      /** The profile that asks, for traces. */
      readonly technicalProfile: string
      readonly origin: Origin
      readonly request: Request
    }
  | PageDemand
  | RedirectDemand
  | CompleteDemand
  /** The journey ended badly. */
  | { readonly _tag: 'Fail'; readonly error: JourneyError }
