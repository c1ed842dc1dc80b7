/** Something that whoever started the benchmarks can put right: printed without a stack. */
export class UsageError extends Error {}
