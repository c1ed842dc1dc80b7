/** What a test starts from: policies, settings, keys, services, faults. Plain data, so that it can be varied. */
import type { Json } from '@trustframe/claims'
import type { JourneyContext, PolicyKey } from '@trustframe/core'
import type { ResilienceOptions } from '@trustframe/core/resilience'
import type { RestfulOptions } from '@trustframe/http'
import type { CompileEnvironment } from '@trustframe/plan'
import type { Settings } from '@trustframe/policy'
import type { TenantOptions } from '@trustframe/runtime'
import type { SeedUser } from '@trustframe/storage'
import type { FaultPlanInput } from '../fault/FaultPlan.ts'
import type { Services } from '../service/FakeServices.ts'
import type * as Layer from 'effect/Layer'
import type { User } from './User.ts'

/** A situation; everything but the policies has a default. */
export interface Situation {
  /** The texts of policy files by their paths, which messages name. The base policies have to be among them. */
  readonly policies: Readonly<Record<string, string>>
  /** The id of the policy that is run; needed when several have a relying party. */
  readonly policy?: string
  /** Values of `{Settings:Name}` and `{Name}`, or an environment of `readAppSettings`. */
  readonly settings?: Readonly<Record<string, string>> | Settings
  /**
   * Policy keys by `StorageReferenceId`; a text is a secret. When it is left out, every key exists and has an example
   * value; otherwise only these exist.
   */
  readonly keys?: Readonly<Record<string, string | PolicyKey>>
  /** Fake services. What none of them answers ends the test, unless `examples` is true. */
  readonly services?: Services
  /** Answer requests that no service is for with an example of what the profile's output claims need. */
  readonly examples?: boolean
  readonly faults?: FaultPlanInput
  /** Claims that are in the bag from the start, by claim type id. */
  readonly claims?: Readonly<Record<string, Json>>
  /** Timeouts, retries, circuit breakers. Default: the preset `b2c`. */
  readonly resilience?: ResilienceOptions
  readonly restful?: RestfulOptions
  /** What the compiler knows of the runtime: claims transformations and handlers of its own. */
  readonly environment?: CompileEnvironment
  /** The accounts of the directory. */
  readonly users?: ReadonlyArray<SeedUser>
  /** What else the tenant holds: rules of its directory, authenticator apps, key containers, Conditional Access. */
  readonly tenant?: Omit<TenantOptions, 'keys'>
  /** Ports of the interpreter in the place of those in memory. */
  readonly ports?: Layer.Layer<never>
  /** What the journey knows of the request that started it. */
  readonly context?: Partial<JourneyContext>
  /** The time at which the scenario begins, as ISO 8601. Default: `2025-01-01T00:00:00Z`. */
  readonly clock?: string
  /** What chance follows from: the same seed gives the same values. */
  readonly seed?: string
}

/** What is run: the relying party's default journey, another journey, or one technical profile alone. */
export interface Run {
  readonly journey?: string
  readonly profile?: string
  /** What the user does with the pages of the journey. */
  readonly user?: User
  /** Over the claims of the situation. */
  readonly claims?: Readonly<Record<string, Json>>
}
