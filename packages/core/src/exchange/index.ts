/** Claims exchanges: how they fail, and what is said about it. */
export * from './Attempt.ts'
export type { CallPlace } from './builtInError.ts'
export * from './ClaimsExchangeError.ts'
export * from './describeFailure.ts'
export * from './ExchangeFailure.ts'
export * from './findMessage.ts'
export * from './statusNames.ts'
export * from './userMessage.ts'
