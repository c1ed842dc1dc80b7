/** Claim values, claims transformations, predicates and claims resolvers of Azure AD B2C custom policies. */
export * from './ClaimsBag.ts'
export * from './ClaimValue.ts'
export * from './DataType.ts'
