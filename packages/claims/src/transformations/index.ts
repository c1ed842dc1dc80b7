/**
 * The table of claims transformations, and what one's own are written with.
 *
 * @example
 * import { claim, defineTransformation, output } from '@trustframe/claims/transformations'
 */
export * from '../contract/index.ts'
export { type OtherParameter } from '../contract/bind.ts'
export type * from '../contract/TransformationContract.ts'
export { transformations } from './table.ts'
