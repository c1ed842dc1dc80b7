/** Restrictions and masks of claim types. */
export * from './mask.ts'
export * from './restriction.ts'
