/** The port to Conditional Access: which challenges a sign-in has to meet. */
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'

/** What a sign-in may be asked for. Source: conditional-access-technical-profile (Challenges). */
export type AccessChallenge = 'block' | 'mfa' | 'chg_pwd'

/** A sign-in to be judged. */
export interface AccessEvaluation {
  readonly userId: string | undefined
  readonly authenticationMethodsUsed: ReadonlyArray<string>
  readonly isFederated: boolean
  readonly isMfaRegistered: boolean
  readonly policyId: string
  readonly clientId: string | undefined
  readonly ipAddress: string
}

/** Judges sign-ins by the rules of whoever runs the tenant. */
export class ConditionalAccess extends Context.Service<
  ConditionalAccess,
  {
    readonly evaluate: (signIn: AccessEvaluation) => Effect.Effect<ReadonlyArray<AccessChallenge>>
    /** Told which challenges were met. */
    readonly remediate: (userId: string | undefined, satisfied: ReadonlyArray<string>) => Effect.Effect<void>
  }
>()('trustframe/ConditionalAccess') {
  /** Asks every sign-in for the same challenges; without an argument for none. */
  static readonly layerConstant = (challenges: ReadonlyArray<AccessChallenge> = []): Layer.Layer<ConditionalAccess> =>
    Layer.succeed(ConditionalAccess, { evaluate: () => Effect.succeed(challenges), remediate: () => Effect.void })
}
