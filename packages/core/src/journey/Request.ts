/** What a journey asks of the ports besides RESTful services: plain data. */
import type { Json } from '@trustframe/claims'
import type { CustomPlan, IdentityProviderPlan, TokenRulesPlan } from '@trustframe/plan/plan'
import type { AccessEvaluation } from '../ports/ConditionalAccess.ts'
import type { AccountKey, Attributes } from '../ports/Directory.ts'
import type { CodeOwner, CodeRules } from '../ports/OneTimePasswords.ts'
import type { TelemetryEvent } from '../ports/Telemetry.ts'

export type Request =
  /** `Directory`. A password travels as text inside a journey; the driver wraps it. */
  | { readonly _tag: 'ReadAccount'; readonly key: AccountKey; readonly attributes: ReadonlyArray<string> }
  | {
      readonly _tag: 'WriteAccount'
      readonly key: AccountKey
      readonly attributes: Attributes
      readonly password: string | undefined
      readonly mayCreate: boolean
      readonly mayUpdate: boolean
    }
  | { readonly _tag: 'ClearAttributes'; readonly key: AccountKey; readonly attributes: ReadonlyArray<string> }
  | { readonly _tag: 'DeleteAccount'; readonly key: AccountKey }
  | { readonly _tag: 'CheckPassword'; readonly username: string; readonly password: string }
  /** `OneTimePasswords`: a code that the policy sends by itself. */
  | { readonly _tag: 'MakeCode'; readonly owner: CodeOwner; readonly rules: CodeRules }
  /** `OneTimePasswords` and `Outbox`: a code that the journey never sees. */
  | {
      readonly _tag: 'SendCode'
      readonly owner: CodeOwner
      readonly rules: CodeRules
      readonly channel: 'email' | 'sms'
      readonly to: string
      readonly language: string
      /** Texts of the page for the message, by string id. */
      readonly texts: Readonly<Record<string, string>>
    }
  /** `Outbox`: a call that the person confirms. */
  | { readonly _tag: 'CallPhone'; readonly to: string; readonly language: string }
  | { readonly _tag: 'VerifyCode'; readonly owner: CodeOwner; readonly code: string }
  /** `TotpDevices`. */
  | { readonly _tag: 'CountDevices'; readonly user: string }
  | {
      readonly _tag: 'BeginTotp'
      readonly transaction: string
      readonly userPrincipalName: string | undefined
      readonly objectId: string
      readonly secretKey: string | undefined
    }
  | { readonly _tag: 'VerifyTotp'; readonly transaction: string; readonly code: string }
  /** `ConditionalAccess`. */
  | { readonly _tag: 'EvaluateAccess'; readonly evaluation: AccessEvaluation }
  | {
      readonly _tag: 'RemediateAccess'
      readonly userId: string | undefined
      readonly satisfied: ReadonlyArray<string>
    }
  /** `Telemetry`. */
  | { readonly _tag: 'RecordTelemetry'; readonly event: TelemetryEvent }
  /** `IdentityProviders`. */
  | {
      readonly _tag: 'PrepareAuthorization'
      readonly provider: IdentityProviderPlan
      readonly parameters: Readonly<Record<string, string>>
      readonly redirectUri: string
      readonly state: string
      readonly nonce: string
    }
  | {
      readonly _tag: 'RedeemAuthorization'
      readonly provider: IdentityProviderPlan
      readonly returned: Readonly<Record<string, string>>
      readonly redirectUri: string
      readonly nonce: string
      readonly memory: Readonly<Record<string, string>>
    }
  /** `TokenVerifier`. */
  | { readonly _tag: 'VerifyToken'; readonly rules: TokenRulesPlan; readonly token: string }
  /** `CustomProviders`. */
  | { readonly _tag: 'CallCustom'; readonly plan: CustomPlan; readonly input: Readonly<Record<string, Json>> }
