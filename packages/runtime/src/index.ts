/** Ready-made compositions: from policies and a configuration to a running interpreter. */
export { TrustframeConfig } from './config/TrustframeConfig.ts'
export { keysFromEnvironment, type ReadKeys, readKeys } from './keys/readKeys.ts'
export { layerRuntime, type RuntimeOptions } from './layerRuntime.ts'
export { callablePolicies, type Selection, selectPolicy } from './selectPolicy.ts'
export { type GivenClaim, type StartClaims, startClaims } from './startClaims.ts'
