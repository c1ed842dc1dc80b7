/** A technical profile, ready to be run. */
import type { Ambient, ClaimsBag, ClaimSlot, TransformationFailure } from '@trustframe/claims'
import type { ClaimBinding } from './ClaimBinding.ts'
import type { Located, Origin } from './Origin.ts'
import type { RestfulPlan } from './RestfulPlan.ts'

/** A claims transformation, compiled over the slots of the bag. */
export interface TransformationPlan {
  readonly id: string
  readonly method: string
  readonly origin: Origin
  /** Writes its outputs into the bag, or answers why it cannot. */
  readonly run: (bag: ClaimsBag, ambient: Ambient) => TransformationFailure | undefined
}

/** `EnabledForUserJourneys`, when it is anything but always. */
export interface EnabledCondition {
  readonly origin: Origin
  /** As written, for traces. */
  readonly text: string
  readonly holds: (bag: ClaimsBag) => boolean
}

/** A profile that only transforms: its outputs may be defaults. */
export interface ClaimsTransformationCall {
  readonly _tag: 'ClaimsTransformation'
  readonly outputClaims: ReadonlyArray<ClaimBinding>
}

/** A profile that the plan knows of and cannot run; it stops the journey when it is reached. */
export interface UnsupportedCall {
  readonly _tag: 'Unsupported'
  /** The handler or protocol, as the policy names it. */
  readonly handler: string
}

/** What a technical profile does between its input and its output transformations. */
export type ProfileCall = RestfulPlan | ClaimsTransformationCall | UnsupportedCall

/** A technical profile after inheritance, inclusion and binding. */
export interface ProfilePlan {
  readonly id: string
  readonly origin: Origin
  readonly enabled: EnabledCondition | undefined
  readonly inputTransformations: ReadonlyArray<TransformationPlan>
  readonly call: ProfileCall
  readonly outputTransformations: ReadonlyArray<TransformationPlan>
  /** Messages that the metadata gives, by their key: `UserMessageIf…` and the like. */
  readonly messages: ReadonlyMap<string, Located>
}

/** The bearer claim and others like it: their values are masked wherever they are shown. */
export type SecretClaims = ReadonlySet<ClaimSlot['slot']>
