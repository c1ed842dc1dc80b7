/** The contracts of technical profile handlers. */
export { contractOf, typeNameOf } from './contractOf.ts'
export * from './HandlerContract.ts'
export { handlers } from './handlers.ts'
export { relyingParty } from './relyingParty.ts'
export { restful } from './restful.ts'
