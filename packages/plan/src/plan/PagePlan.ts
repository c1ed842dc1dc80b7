/** What pages are made of: content definitions with their localized strings, fields, display controls. */
import type { CheckUserInput, ClaimSlot, Mask, RestrictionItem, UserInputType } from '@trustframe/claims'
import type { ClaimBinding } from './ClaimBinding.ts'
import type { Located, Origin } from './Origin.ts'
import type { TextPlan } from './TextPlan.ts'
import type { ValidationPlan } from './ValidationPlan.ts'

/** The page elements of `DataUri`. Source: page-layout. */
export const pageElements = [
  'globalexception',
  'providerselection',
  'unifiedssp',
  'unifiedssd',
  'selfasserted',
  'multifactor',
  'claimsconsent'
] as const

export type PageElement = (typeof pageElements)[number]

/** The strings and option lists of one language of a page. Keys are made by `stringKey`. */
export interface ResourcesPlan {
  /** As written, such as `en-US`. */
  readonly language: string
  readonly strings: ReadonlyMap<string, Located>
  /** Options by the id of the claim type in lower case. */
  readonly collections: ReadonlyMap<string, ReadonlyArray<RestrictionItem>>
}

/** The key of a localized string: its element type, its element and its id, ignoring case. */
export const stringKey = (elementType: string, elementId: string | undefined, stringId: string): string =>
  `${elementType}/${elementId ?? ''}/${stringId}`.toLowerCase()

/** A content definition: how a page looks and speaks. */
export interface PagePlan {
  /** Its id, such as `api.signuporsignin`. */
  readonly contentDefinition: string
  readonly origin: Origin
  readonly element: PageElement | undefined
  readonly version: readonly [major: number, minor: number, patch: number]
  /** `DataUri` is one of the page contract: scripts are allowed, and every version from 1.2.0 is. */
  readonly contract: boolean
  readonly dataUri: string | undefined
  /** Resolves to the address of the page's HTML with the parameters of its query. */
  readonly loadUri: TextPlan | undefined
  /** Metadata `language.*` and messages, by their keys in lower case. */
  readonly texts: ReadonlyMap<string, Located>
  /** By language in lower case, in the order of the policy. */
  readonly resources: ReadonlyMap<string, ResourcesPlan>
}

/** The languages of a policy. Source: localization. */
export interface LocalizationPlan {
  readonly enabled: boolean
  readonly defaultLanguage: string
  readonly languages: ReadonlyArray<string>
}

/** A predicate, for a page that checks while a person types. */
export interface PredicateView {
  readonly id: string
  /** `IsLengthRange`, `MatchesRegex`, `IncludesCharacters` or `IsDateRange`. */
  readonly method: string
  readonly parameters: Readonly<Record<string, string>>
  readonly helpText: string | undefined
}

/** A predicate group: of each list, at least so many predicates have to pass. */
export interface PredicateGroupView {
  /** The predicate validation that it belongs to, and its own id. */
  readonly validation: string
  readonly id: string
  readonly helpText: string | undefined
  readonly lists: ReadonlyArray<{ readonly needed: number; readonly predicates: ReadonlyArray<PredicateView> }>
}

/** A claim type as a page shows and collects it. */
export interface FieldPlan {
  readonly claim: ClaimSlot
  readonly inputType: UserInputType
  readonly displayName: string | undefined
  readonly userHelpText: string | undefined
  readonly pattern: { readonly regularExpression: string; readonly helpText: string | undefined } | undefined
  /** What `check` tests with predicates, as data. */
  readonly predicates: ReadonlyArray<PredicateGroupView>
  /** The claim type's own options; a language of the page may have others. */
  readonly options: ReadonlyArray<RestrictionItem>
  readonly mask: Mask | undefined
  /** Whether the field has to be filled. */
  readonly required: boolean
  /** Checks what was entered: required, type, options, pattern, predicates. */
  readonly check: CheckUserInput
  /** Its value is masked wherever it is shown, and never leaves its page. */
  readonly secret: boolean
  readonly origin: Origin
}

/** A field of a page with what fills it before the user does. */
export interface PageFieldPlan {
  readonly _tag: 'Field'
  readonly field: FieldPlan
  /** `PartnerClaimType="Verified.Email"`: the address is verified by a code before the page is accepted. */
  readonly verifyEmail: boolean
}

/** A display control on a page. */
export interface PageControlPlan {
  readonly _tag: 'Control'
  readonly control: ControlPlan
}

export type PageItemPlan = PageFieldPlan | PageControlPlan

/** The kinds of display controls. Source: display-controls. */
export type ControlType =
  | 'VerificationControl'
  | 'QrCodeControl'
  | 'AuthenticatorInfoControl'
  | 'AuthenticatorAppIconControl'
  | 'CaptchaControl'

/** An action of a display control: a button, and what happens when it is pressed. */
export interface ActionPlan {
  readonly id: string
  readonly origin: Origin
  readonly validations: ReadonlyArray<ValidationPlan>
}

/** A display control. */
export interface ControlPlan {
  readonly id: string
  readonly origin: Origin
  readonly type: ControlType
  /** Fill the fields before the user does. */
  readonly inputClaims: ReadonlyArray<ClaimBinding>
  readonly fields: ReadonlyArray<{
    readonly field: FieldPlan
    /** What the claim is to the control, such as `VerificationCode`. */
    readonly controlClaimType: string | undefined
  }>
  readonly outputClaims: ReadonlyArray<ClaimBinding>
  readonly actions: ReadonlyArray<ActionPlan>
}
