/** The RESTful technical profiles of a policy. */
import type { CheckedPolicy } from './CheckedPolicy.ts'
import type { TechnicalProfile } from '@trustframe/policy'

/** Those that are one, or are one by what they include. */
export const restfulProfiles = ({ profiles }: CheckedPolicy): ReadonlyArray<TechnicalProfile> =>
  profiles.flatMap(({ contract, profile }) => (contract?.name === 'RestfulProvider' ? [profile] : []))
