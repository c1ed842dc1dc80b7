/** The example as a program uses it: its policies, settings and keys, compiled into a plan. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PolicyKey } from '@trustframe/core'
import { compileJourney, type JourneyPlan } from '@trustframe/plan'
import { formatDiagnostic, parsePolicy, readAppSettings, resolvePolicies, type Settings } from '@trustframe/policy'
import { readKeys } from '@trustframe/runtime'
import * as Redacted from 'effect/Redacted'
import type { TokenClient } from './partners.ts'

const folder = dirname(dirname(fileURLToPath(import.meta.url)))
const read = (file: string) => readFileSync(join(folder, file), 'utf8')

/** The policies of the example, from the relying party's down to the base. */
export const policyFiles = ['GetProfile.xml', 'TrustFrameworkExtensions.xml', 'TrustFrameworkBase.xml'] as const

/** The settings of an environment of `appsettings.json`. */
export const exampleSettings = (environment: string): Settings => {
  const { environments } = readAppSettings('appsettings.json', read('appsettings.json'))
  const found = environments.find(({ name }) => name.value === environment)
  if (found === undefined) throw new Error(`appsettings.json has no environment "${environment}"`)
  return found.settings
}

/** The development keys. */
export const exampleKeys = (): Readonly<Record<string, PolicyKey>> => {
  const keys = readKeys(read('keys.env'))
  if (keys._tag === 'Problem') throw new Error(`keys.env:${keys.line}: ${keys.message}`)
  return keys.keys
}

/** What the token endpoint has to accept for these settings and keys. */
export const exampleClient = (environment: string): TokenClient => {
  const { values } = exampleSettings(environment)
  const keys = exampleKeys()
  const secret = (name: string) => {
    const key = keys[name]
    if (key?._tag !== 'Secret') throw new Error(`keys.env has no secret "${name}"`)
    return Redacted.value(key.secret)
  }
  return {
    clientId: secret('B2C_1A_RestApiClientId'),
    clientSecret: secret('B2C_1A_RestApiClientSecret'),
    scope: `https://${values['TenantId'] ?? ''}/${values['ApiId'] ?? ''}/.default`
  }
}

/** The plan of the example's journey: text in, everything looked up. */
export const examplePlan = (environment: string): JourneyPlan => {
  const settings = exampleSettings(environment)
  const files = policyFiles.map((name) =>
    parsePolicy({ path: `policies/${name}`, text: read(`policies/${name}`), settings })
  )
  const { diagnostics, policy } = resolvePolicies(files).effective('B2C_1A_GetProfile')
  const found = [...files.flatMap((file) => file.diagnostics), ...diagnostics]
  const compiled = policy === undefined ? undefined : compileJourney(policy)
  if (compiled?.plan === undefined) {
    const all = [...found, ...(compiled?.diagnostics ?? [])]
    throw new Error(all.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n\n'))
  }
  return compiled.plan
}
