/** What the interpreter needs from outside: each port is a service, implemented by an adapter. */
export * from './Entropy.ts'
export * from './PolicyKeys.ts'
export * from './RestfulProvider.ts'
