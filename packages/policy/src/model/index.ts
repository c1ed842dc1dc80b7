/** The typed model of a policy. */
export * from './BuildingBlocks.ts'
export * from './Policy.ts'
export * from './RelyingParty.ts'
export * from './TechnicalProfile.ts'
export * from './Text.ts'
export * from './UserJourney.ts'
