// PROJECT SLOT, suite A-guard (time limit + retry + circuit breaker around a no-op).
//
//   export const project = { name, async setup() {}, run() { /* Promise of a truthy value */ }, async teardown() {} };
export const project = undefined
