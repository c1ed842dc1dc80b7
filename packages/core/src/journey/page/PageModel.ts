/** A page as data: everything that whoever draws it, or answers it without a screen, has to know. */
import type { ControlType, Origin, PageElement, PredicateGroupView } from '@trustframe/plan/plan'
import type { PageMessage } from '../JourneyState.ts'
import type { UserInputType } from '@trustframe/claims'

/** An option of a selection. */
export interface OptionModel {
  readonly text: string
  readonly value: string
  readonly selected: boolean
}

/** A field. */
export interface FieldModel {
  readonly _tag: 'Field'
  /** The claim type's id: the name under which it is submitted. */
  readonly id: string
  readonly inputType: UserInputType
  readonly label: string
  readonly help: string | undefined
  readonly required: boolean
  readonly pattern: { readonly regularExpression: string; readonly helpText: string | undefined } | undefined
  /** What the value has to pass, with texts in the page's language: for checks while a person types. */
  readonly predicates: ReadonlyArray<PredicateGroupView>
  readonly options: ReadonlyArray<OptionModel>
  /** What the field holds before the person types; masked where the claim type says so; never a password. */
  readonly value: string | undefined
  readonly secret: boolean
  /** What is wrong with what was entered. */
  readonly error: string | undefined
  /** The address has to be verified by a code before the page is submitted. */
  readonly verification: 'none' | 'needed' | 'codeSent' | 'verified'
  /** What the field is to its display control, such as `VerificationCode`. */
  readonly controlClaimType: string | undefined
}

/** A display control. */
export interface ControlModel {
  readonly _tag: 'Control'
  readonly id: string
  readonly type: ControlType
  readonly state: 'initial' | 'codeSent' | 'verified'
  readonly fields: ReadonlyArray<FieldModel>
  /** Ids of its actions: its buttons. */
  readonly actions: ReadonlyArray<string>
  /** Its texts by string id, such as `but_send_code`. */
  readonly strings: Readonly<Record<string, string>>
  readonly message: PageMessage | undefined
}

export type ItemModel = FieldModel | ControlModel

/** A choice: a button that leads to a claims exchange. */
export interface ChoiceModel {
  readonly exchange: string
  readonly label: string
  readonly domain: string | undefined
}

/** What all pages have. */
export interface PageCommon {
  /** The orchestration step. */
  readonly step: number
  readonly origin: Origin
  readonly contentDefinition: string | undefined
  readonly element: PageElement | undefined
  readonly dataUri: string | undefined
  readonly version: readonly [major: number, minor: number, patch: number]
  readonly contract: boolean
  /** Resolved, with the parameters of its query; a built-in template begins with `~`. */
  readonly loadUri: string | undefined
  readonly language: string
  /** Texts of the page by string id: B2C's own in English, over them the policy's. */
  readonly strings: Readonly<Record<string, string>>
  readonly message: PageMessage | undefined
}

/** A form that asks for claims. */
export interface FormModel {
  readonly technicalProfile: string
  /** The claims exchange that runs it. */
  readonly exchange: string
  readonly items: ReadonlyArray<ItemModel>
  readonly operatingMode: 'Email' | 'Username' | undefined
  readonly inputVerificationDelayMillis: number
  readonly retryLimit: number | undefined
}

export interface SelfAssertedPage extends PageCommon {
  readonly kind: 'SelfAsserted'
  readonly form: FormModel
  readonly canCancel: boolean
  readonly canContinue: boolean
}

export interface SelectionPage extends PageCommon {
  readonly kind: 'ClaimsProviderSelection' | 'CombinedSignInAndSignUp'
  readonly choices: ReadonlyArray<ChoiceModel>
  /** The form of a local account. */
  readonly form: FormModel | undefined
  /** The claims exchange that the sign-up link leads to. */
  readonly signUp: string | undefined
  /** The link for a forgotten password: where it stands, and the claims exchange that it leads to, if any. */
  readonly forgotPassword:
    | { readonly location: 'AfterLabel' | 'AfterInput' | 'AfterButtons'; readonly exchange: string | undefined }
    | undefined
  /** Whether the person may ask to be kept signed in. */
  readonly rememberMe: boolean
}

export interface PhoneFactorPage extends PageCommon {
  readonly kind: 'PhoneFactor'
  readonly technicalProfile: string
  readonly exchange: string
  /** Numbers that are known, masked but for their last digits; they are chosen by their index. */
  readonly numbers: ReadonlyArray<string>
  readonly canEnterNumber: boolean
  readonly methods: ReadonlyArray<'sms' | 'call'>
  readonly state: 'initial' | 'codeSent'
}

export type PageModel = SelfAssertedPage | SelectionPage | PhoneFactorPage
