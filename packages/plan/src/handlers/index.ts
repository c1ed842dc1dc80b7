/** The contracts of technical profile handlers. */
export * from './HandlerContract.ts'
export { restful } from './restful.ts'
