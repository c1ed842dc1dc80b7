/** What is wrong with the declaration of a claims transformation. */

/** The part of a declaration that a problem is about; an index counts the elements of its kind from 0. */
export type DeclarationPart =
  | { readonly _tag: 'Transformation' }
  | { readonly _tag: 'Method' }
  | { readonly _tag: 'InputClaim'; readonly index: number }
  | { readonly _tag: 'InputParameter'; readonly index: number }
  | { readonly _tag: 'OutputClaim'; readonly index: number }

export type ProblemKind =
  | 'UnknownMethod'
  | 'UnknownClaimType'
  | 'MissingClaim'
  | 'WrongDataType'
  | 'UnexpectedClaim'
  | 'DuplicateClaim'
  | 'MissingParameter'
  | 'InvalidParameter'
  | 'UnexpectedParameter'
  | 'DuplicateParameter'
  | 'UnsupportedRegex'
  | 'CaseDiffers'

/**
 * - `refused`: the policy cannot be loaded.
 * - `fails`: B2C loads the policy, and the transformation fails whenever it runs.
 * - `advice`: it runs.
 */
export type ProblemEffect = 'refused' | 'fails' | 'advice'

/** A problem of a declaration. */
export interface TransformationProblem {
  readonly kind: ProblemKind
  readonly effect: ProblemEffect
  readonly part: DeclarationPart
  /** What happened and what to do, in a sentence or two. */
  readonly message: string
}
