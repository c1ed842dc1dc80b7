/** Claims resolvers: `{Culture:RFC5646}`, `{OIDC:LoginHint}` and the others in default values. */
export { type CompiledText, compileText, holdsResolver } from './compileText.ts'
export type { ResolverContext, ResolverPolicy } from './ResolverContext.ts'
export { findResolver, resolverNames } from './resolvers.ts'
