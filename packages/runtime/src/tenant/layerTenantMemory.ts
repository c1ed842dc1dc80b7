/** A tenant in memory: its accounts, codes, messages, sessions, keys and tokens, for one process. */
import {
  type AccessChallenge,
  ConditionalAccess,
  type Directory,
  type DiscoveryDocuments,
  type IdTokens,
  type JourneyStore,
  type OneTimePasswords,
  type Outbox,
  type PolicyKey,
  type PolicyKeys,
  type SessionStore,
  type SigningKeys,
  type StateCipher,
  type TokenIssuer,
  type TokenVerifier,
  type TotpDevices
} from '@trustframe/core'
import {
  type DirectoryOptions,
  type EnrolledDevice,
  type Inbox,
  layerDirectoryMemory,
  layerJourneyStoreMemory,
  layerOneTimePasswordsMemory,
  layerOutboxMemory,
  layerSessionStoreMemory,
  layerStateCipherEphemeral,
  layerTelemetryMemory,
  layerTotpDevicesMemory,
  PasswordHasher,
  type RecordedTelemetry,
  type SeedProblem
} from '@trustframe/storage'
import {
  type KeyContainerSpecs,
  type KeyProblem,
  layerGeneratingKeys,
  layerIdTokens,
  layerSigningKeys,
  layerTokenIssuer,
  layerTokenVerifier
} from '@trustframe/tokens'
import * as Layer from 'effect/Layer'
import { keyContainers } from './keyContainers.ts'

/** What a tenant holds from the beginning; everything has a default. */
export interface TenantOptions {
  /** Policy keys by `StorageReferenceId`; those that sign tokens are made when they are needed and not here. */
  readonly keys?: Readonly<Record<string, PolicyKey>>
  /** Key containers with several keys or times of use; they win over `keys` of the same name. */
  readonly containers?: KeyContainerSpecs
  /** Accounts, lockout and password rules. */
  readonly directory?: DirectoryOptions
  /** How passwords are hashed; argon2id in WebAssembly unless said otherwise. */
  readonly passwords?: Layer.Layer<PasswordHasher>
  /** Authenticator apps that are enrolled. */
  readonly devices?: ReadonlyArray<EnrolledDevice>
  /** What Conditional Access asks of every sign-in. */
  readonly accessChallenges?: ReadonlyArray<AccessChallenge>
}

/** The ports that a tenant answers. */
export type TenantServices =
  | ConditionalAccess
  | Directory
  | IdTokens
  | Inbox
  | JourneyStore
  | OneTimePasswords
  | Outbox
  | RecordedTelemetry
  | SessionStore
  | SigningKeys
  | StateCipher
  | TokenIssuer
  | TokenVerifier
  | TotpDevices

/** The keys of the options, and others that are made when a policy names them. */
const layerKeys = ({ containers = {}, keys = {} }: TenantOptions): Layer.Layer<SigningKeys, KeyProblem> =>
  Layer.provide(layerGeneratingKeys, layerSigningKeys({ ...keyContainers(keys), ...containers }))

/**
 * A tenant whose everything ends with the process. Fails when an account or a key to begin with cannot be one.
 *
 * @example
 * layerTenantMemory({ directory: { users: [{ displayName: 'Ada', signInNames: { emailAddress: 'ada@contoso.com' }, password: 'Passw0rd!' }] } })
 */
export const layerTenantMemory = (
  options: TenantOptions = {}
): Layer.Layer<TenantServices, SeedProblem | KeyProblem, DiscoveryDocuments | PolicyKeys> => {
  const { accessChallenges, devices, directory, passwords = PasswordHasher.layer() } = options
  return Layer.mergeAll(
    Layer.provide(layerDirectoryMemory(directory), passwords),
    layerOneTimePasswordsMemory,
    layerOutboxMemory,
    layerTelemetryMemory,
    layerTotpDevicesMemory(devices),
    layerSessionStoreMemory,
    layerJourneyStoreMemory,
    layerStateCipherEphemeral,
    ConditionalAccess.layerConstant(accessChallenges),
    Layer.provideMerge(Layer.mergeAll(layerTokenIssuer, layerTokenVerifier(), layerIdTokens()), layerKeys(options))
  )
}
