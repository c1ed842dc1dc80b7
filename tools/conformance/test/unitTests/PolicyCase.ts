/** What a case of a unit test policy is: what a person does, and what comes of it. */
import type { Json, SamlRequest } from '@trustframe/claims'
import type { Entered, JourneyErrorTag } from '@trustframe/core'
import type { Statement } from './Statement.ts'
import type { TextOf, TextsOf } from './policyTexts.ts'

/** A value, written out or described. */
export type Expected = Json | Statement

/** What starts a journey, and what a person does on its first page. */
interface Given {
  /** Unique within its policy. */
  readonly name: string
  /** `ui_locales` of the request; English without it. */
  readonly uiLocales?: string
  /** Further parameters of the request. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Secrets of policy keys by their names. */
  readonly keys?: Readonly<Record<string, string>>
  /** What is entered over what the first page shows; every other field stays as it is, and further pages too. */
  readonly enter?: Entered
}

/** What a selection of the first page offers. */
export interface Offer {
  readonly texts: TextsOf
  readonly selected: string | null
}

/** The journey comes to its end. */
export interface Completes extends Given {
  /**
   * Claims afterwards: all that the policy's own file declares and no page asks for, and those of the others that are
   * named. Null is no value; what is not named has none.
   */
  readonly gives: Readonly<Record<string, Expected>>
  /** What fields of the last page show, by claim. */
  readonly shows?: Readonly<Record<string, Expected>>
  /** Claims of the token, by their names in it; null where the token has none. */
  readonly token?: Readonly<Record<string, Expected>>
  readonly offers?: Readonly<Record<string, Offer>>
}

/** The first page is not accepted. */
export interface Refused extends Given {
  /** The id of the message. */
  readonly refused: string
  /** The field that the message stands at; without one it stands above the page. */
  readonly field?: string
  /** What the message says, line by line, where the policy has words for it. */
  readonly says?: ReadonlyArray<TextOf>
}

/** The journey ends with an error. */
export interface Fails extends Given {
  readonly fails: JourneyErrorTag
}

/** The input claims of the first page, resolved against a SAML request. */
export interface Resolves {
  readonly name: string
  readonly saml: SamlRequest
  readonly resolves: Readonly<Record<string, Json>>
}

export type PolicyCase = Completes | Refused | Fails | Resolves

/** The cases of a policy. */
export interface PolicyCases {
  /** Below the unit tests. */
  readonly policy: string
  /** What it is about: a transformation method, a predicate, an element, a group of claims resolvers. */
  readonly about: string
  readonly cases: ReadonlyArray<PolicyCase>
}
