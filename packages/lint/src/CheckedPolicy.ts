/** A policy as rules look at it: with the contracts of its technical profiles, its references and the flows of its journeys. */
import { contractOf, type HandlerContract, relyingParty } from '@trustframe/plan/handlers'
import { keyOf, type Policy, remember, type TechnicalProfile } from '@trustframe/policy'
import { type JourneyFlow, journeyFlows } from './flow/journeyFlow.ts'
import { looseReferencesOf, type PolicyReference } from './references.ts'
import { runningProfiles } from './startedJourneys.ts'

/** A technical profile and the contract that it is under. */
export interface CheckedProfile {
  readonly profile: TechnicalProfile
  /** Nothing for a handler that nobody knows, and for a profile without a protocol. */
  readonly contract: HandlerContract | undefined
}

/** One effective policy under check. What several rules need is worked out when it is asked for first. */
export class CheckedPolicy {
  readonly policy: Policy
  /** The policy keys that are known to exist, when anybody said so. */
  readonly keys: ReadonlyArray<string> | undefined
  private foundProfiles: ReadonlyArray<CheckedProfile> | undefined
  private foundById: ReadonlyMap<string, CheckedProfile> | undefined
  private foundReferences: ReadonlyArray<PolicyReference> | undefined
  private foundRunning: ReadonlyArray<CheckedProfile> | undefined
  private foundFlows: ReadonlyArray<JourneyFlow> | undefined

  constructor(policy: Policy, keys?: ReadonlyArray<string>) {
    this.policy = policy
    this.keys = keys
  }

  /** All technical profiles, the relying party's last. */
  get profiles(): ReadonlyArray<CheckedProfile> {
    return (this.foundProfiles ??= profilesOf(this.policy))
  }

  /**
   * The technical profiles that run in the journeys of the relying party, and so must be complete; others may be there to be
   * included, or to be completed by a derived policy.
   */
  get running(): ReadonlyArray<CheckedProfile> {
    if (this.foundRunning === undefined) {
      const keys = runningProfiles(this)
      this.foundRunning = this.profiles.filter(
        ({ contract, profile }) => contract?.kind !== 'relyingParty' && keys.has(keyOf(profile.id.value))
      )
    }
    return this.foundRunning
  }

  /** A technical profile by its id, ignoring case. */
  profile(id: string): CheckedProfile | undefined {
    this.foundById ??= new Map(
      this.profiles
        .filter(({ contract }) => contract?.kind !== 'relyingParty')
        .map((checked) => [keyOf(checked.profile.id.value), checked])
    )
    return this.foundById.get(keyOf(id))
  }

  /** References by an id that nothing has, or that what they find writes in another case. */
  get looseReferences(): ReadonlyArray<PolicyReference> {
    return (this.foundReferences ??= looseReferencesOf(this))
  }

  /** What the journeys that the relying party starts read and write, step by step; all journeys when there is none. */
  get flows(): ReadonlyArray<JourneyFlow> {
    return (this.foundFlows ??= journeyFlows(this))
  }
}

const checkedProfile = remember((profile: TechnicalProfile): CheckedProfile => ({
  profile,
  contract: contractOf(profile)
}))

const profilesOf = ({ relyingParty: party, technicalProfiles }: Policy): ReadonlyArray<CheckedProfile> => {
  const profiles = [...technicalProfiles.values()].map(checkedProfile)
  if (party?.technicalProfile !== undefined) profiles.push({ profile: party.technicalProfile, contract: relyingParty })
  return profiles
}
