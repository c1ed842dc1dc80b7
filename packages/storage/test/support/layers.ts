/** A directory whose hashes cost next to nothing, with chance that repeats itself. */
import { Directory, type DirectoryRequest, Entropy, type PasswordAnswer, seededEntropy } from '@trustframe/core/ports'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import { type DirectoryOptions, layerDirectoryMemory, PasswordHasher } from '../../src/index.ts'

/** Far too cheap for anything but tests. */
export const layerCheapHasher = PasswordHasher.layer({ memoryKib: 8, iterations: 1 })

/** The same chance in every test. */
export const layerEntropy = Layer.succeed(Entropy, seededEntropy('storage'))

export const layerDirectory = (options: DirectoryOptions = {}) =>
  layerDirectoryMemory(options).pipe(Layer.provide([layerCheapHasher, layerEntropy]))

export const perform = (request: DirectoryRequest) => Directory.use((directory) => directory.perform(request))

export const signIn = (username: string, password: string): Effect.Effect<PasswordAnswer, never, Directory> =>
  Directory.use((directory) => directory.authenticate({ username, password: Redacted.make(password) }))

/** Only how a sign-in ended. */
export const outcome = (username: string, password: string) =>
  Effect.map(signIn(username, password), (answer) => answer._tag)
