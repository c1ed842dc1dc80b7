/** The port to claims providers of one's own: handlers that Trustframe does not have. */
import type { Json } from '@trustframe/claims'
import type { CustomPlan } from '@trustframe/plan/plan'
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'

/** What a claims provider of one's own is given. */
export interface CustomRequest {
  readonly plan: CustomPlan
  /** Input claims by partner name, in their JSON form. */
  readonly input: Readonly<Record<string, Json>>
  readonly correlationId: string
  readonly language: string
}

/** What it answers. */
export type CustomAnswer =
  | { readonly _tag: 'Claims'; readonly claims: Readonly<Record<string, Json>> }
  /** `messageId` is looked up in the page's language resources and the profile's metadata; `text` is the last resort. */
  | {
      readonly _tag: 'Refused'
      readonly messageId: string
      readonly text: string
      readonly values: ReadonlyArray<string>
    }

/** A claims provider of one's own. */
export type CustomProvider = (request: CustomRequest) => Effect.Effect<CustomAnswer>

/** Claims providers by the name of their handler, as `Protocol/@Handler` has it before the first comma; none by default. */
export const CustomProviders = Context.Reference<Readonly<Record<string, CustomProvider>>>(
  'trustframe/CustomProviders',
  { defaultValue: () => ({}) }
)
