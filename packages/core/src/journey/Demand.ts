/** What a journey asks of the outside. */
import type { Json } from '@trustframe/claims'
import type { IssuerPlan, RestfulPlan } from '@trustframe/plan/plan'
import type { RestfulInput } from '../ports/RestfulProvider.ts'
import type { JourneyError } from './JourneyError.ts'

export type Demand =
  /** Call a RESTful technical profile. */
  | { readonly _tag: 'Exchange'; readonly profile: RestfulPlan; readonly input: RestfulInput }
  /** The journey ended well; `token` is what the relying party's token holds when a `SendClaims` step ended it. */
  | {
      readonly _tag: 'Complete'
      readonly issuer: IssuerPlan | undefined
      readonly token: Readonly<Record<string, Json>> | undefined
    }
  /** The journey ended badly. */
  | { readonly _tag: 'Fail'; readonly error: JourneyError }
