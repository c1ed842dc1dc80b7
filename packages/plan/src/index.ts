/** Compiles a resolved custom policy into a journey plan: everything looked up, nothing left to find. */
export { type CodeContract, type PlanCode, planCodes } from './codes.ts'
export { type Compiled, compileJourney, compileSingleProfile } from './compile/compile.ts'
export * from './plan/index.ts'
