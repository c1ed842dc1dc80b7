/** The executable form of a policy: what the interpreter runs. */
export * from './ClaimBinding.ts'
export * from './JourneyPlan.ts'
export * from './Origin.ts'
export * from './ProfilePlan.ts'
export * from './RestfulPlan.ts'
export { type Aadb2cCode, aadb2cMessage, aadb2cMessages, formatAadb2c } from '../errors/aadb2c.ts'
