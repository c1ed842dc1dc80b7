/** A ClaimsTransformation element as data: what a policy declares. */

/** An InputClaim or OutputClaim of a claims transformation. */
export interface DeclaredClaim {
  readonly claimTypeId: string
  /** The slot; a claim without one has the slot of its own name. */
  readonly transformationClaimType?: string | undefined
}

/** An InputParameter. */
export interface DeclaredParameter {
  readonly id: string
  readonly dataType: string
  readonly value: string
}

/** A ClaimsTransformation element. */
export interface TransformationDeclaration {
  readonly id: string
  /** TransformationMethod. */
  readonly method: string
  readonly inputClaims: ReadonlyArray<DeclaredClaim>
  readonly inputParameters: ReadonlyArray<DeclaredParameter>
  readonly outputClaims: ReadonlyArray<DeclaredClaim>
}
