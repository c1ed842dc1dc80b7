/** What was asked for cannot be done: wrong arguments, or files that cannot be read. */

/** Printed without a stack; the exit code is 2. */
export class UsageError extends Error {}
