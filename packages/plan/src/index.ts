/** Compiles a resolved custom policy into a journey plan: everything looked up, nothing left to find. */
export { type CodeContract, type PlanCode, planCodes } from './codes.ts'
export {
  type CheckedParts,
  checkPolicy,
  type Compiled,
  compileJourney,
  compileSingleProfile
} from './compile/compile.ts'
export { type CompiledTransformationOfPolicy, compileSingleTransformation } from './compile/singleTransformation.ts'
export type { CompileEnvironment } from './compile/CompileEnvironment.ts'
export type { Aadb2cExplanation } from './errors/Aadb2cExplanation.ts'
export { aadb2cCodes, type Aadb2cError, explainAadb2c } from './errors/catalogue.ts'
export * from './plan/index.ts'
