/** A policy as rules look at it: with the contracts of its technical profiles, its references and the flows of its journeys. */
import { contractOf, type HandlerContract, relyingParty } from '@trustframe/plan/handlers'
import { keyOf, type Policy, remember, type TechnicalProfile, type UserJourney } from '@trustframe/policy'
import { type JourneyFlow, journeyFlows } from './flow/journeyFlow.ts'
import { type InputProblem, inputProblems } from './inputProblems.ts'
import { looseReferencesOf, type PolicyReference } from './references.ts'
import { runningProfiles, startedJourneys } from './startedJourneys.ts'

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
  private foundReferences: ReadonlyArray<PolicyReference> | undefined
  private foundStarted: ReadonlyArray<UserJourney> | undefined
  private foundRunning: ReadonlyArray<CheckedProfile> | undefined
  private foundFlows: ReadonlyArray<JourneyFlow> | undefined
  private foundInputProblems: ReadonlyArray<InputProblem> | undefined

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
      const running = runningProfiles(this)
      this.foundRunning = this.profiles.filter((checked) => running.has(checked))
    }
    return this.foundRunning
  }

  /** A technical profile by its id, ignoring case. */
  profile(id: string): CheckedProfile | undefined {
    const profile = this.policy.technicalProfiles.get(keyOf(id))
    return profile === undefined ? undefined : checkedProfile(profile)
  }

  /** The user journeys that the relying party starts; all of them where there is no relying party. */
  get started(): ReadonlyArray<UserJourney> {
    return (this.foundStarted ??= startedJourneys(this))
  }

  /** References by an id that nothing has, or that what they find writes in another case. */
  get looseReferences(): ReadonlyArray<PolicyReference> {
    return (this.foundReferences ??= looseReferencesOf(this))
  }

  /** What the journeys that the relying party starts read and write, step by step; all journeys when there is none. */
  get flows(): ReadonlyArray<JourneyFlow> {
    return (this.foundFlows ??= journeyFlows(this))
  }

  /** What is wrong with the claim types and predicates as pages use them. */
  get inputProblems(): ReadonlyArray<InputProblem> {
    return (this.foundInputProblems ??= inputProblems(this.policy))
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
