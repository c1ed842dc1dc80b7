/** A technical profile, ready to be run. */
import type { Ambient, ClaimsBag, ClaimSlot, TransformationFailure } from '@trustframe/claims'
import type { CustomPlan } from './CustomPlan.ts'
import type { DirectoryPlan, PasswordGrantPlan } from './DirectoryPlan.ts'
import type { IdentityProviderPlan } from './IdentityProviderPlan.ts'
import type {
  ApplicationInsightsPlan,
  ClaimsTransformationCall,
  ConditionalAccessPlan,
  EnginePlan,
  UnsupportedCall,
  UserJourneyContextPlan
} from './LocalPlan.ts'
import type { Located, Origin } from './Origin.ts'
import type { RestfulPlan } from './RestfulPlan.ts'
import type { SelfAssertedPlan } from './SelfAssertedPlan.ts'
import type { SessionPlan } from './SessionPlan.ts'
import type { TokenRulesPlan } from './TokenRulesPlan.ts'
import type { AadSsprPlan, AzureMfaPlan, OneTimePasswordPlan, PhoneFactorPlan } from './VerificationPlan.ts'

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

/** What a technical profile does between its input and its output transformations. */
export type ProfileCall =
  | RestfulPlan
  | ClaimsTransformationCall
  | SelfAssertedPlan
  | DirectoryPlan
  | PasswordGrantPlan
  | IdentityProviderPlan
  | OneTimePasswordPlan
  | PhoneFactorPlan
  | AzureMfaPlan
  | AadSsprPlan
  | ConditionalAccessPlan
  | ApplicationInsightsPlan
  | UserJourneyContextPlan
  | EnginePlan
  | TokenRulesPlan
  | CustomPlan
  | UnsupportedCall

/** A technical profile after inheritance, inclusion and binding. */
export interface ProfilePlan {
  readonly id: string
  readonly origin: Origin
  readonly displayName: string | undefined
  readonly enabled: EnabledCondition | undefined
  readonly session: SessionPlan
  readonly inputTransformations: ReadonlyArray<TransformationPlan>
  readonly call: ProfileCall
  readonly outputTransformations: ReadonlyArray<TransformationPlan>
  /** Messages that the metadata gives, by their key in lower case: `usermessageif…`. */
  readonly messages: ReadonlyMap<string, Located>
  /** B2C's own words for the messages of the handler, by their key. */
  readonly defaultMessages: ReadonlyMap<string, string>
}

/** The bearer claim and others like it: their values are masked wherever they are shown. */
export type SecretClaims = ReadonlySet<ClaimSlot['slot']>
