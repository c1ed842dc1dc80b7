/** What a transition did, in order: the material of traces. */
import type { ClaimValue } from '@trustframe/claims'
import type { Origin } from '@trustframe/plan/plan'

/** A claim whose value a technical profile or a transformation changed. */
export interface ClaimChange {
  readonly slot: number
  /** `undefined` when the claim lost its value. */
  readonly value: ClaimValue | undefined
}

export type Note =
  | { readonly _tag: 'StepEntered'; readonly order: number; readonly type: string; readonly origin: Origin }
  | {
      readonly _tag: 'StepSkipped'
      readonly order: number
      readonly type: string
      readonly precondition: string
      readonly origin: Origin
    }
  | { readonly _tag: 'ProfileEntered'; readonly technicalProfile: string; readonly origin: Origin }
  | {
      readonly _tag: 'ProfileSkipped'
      readonly technicalProfile: string
      readonly condition: string
      readonly origin: Origin
    }
  | {
      readonly _tag: 'TransformationRun'
      readonly transformation: string
      readonly method: string
      readonly origin: Origin
    }
  | { readonly _tag: 'ClaimsChanged'; readonly by: string; readonly changes: ReadonlyArray<ClaimChange> }
