/** Claims resolvers. */
export * from './compileText.ts'
export * from './ResolverContext.ts'
export { type Resolver, resolvers } from './table.ts'
