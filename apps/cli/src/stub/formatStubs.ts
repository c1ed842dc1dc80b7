/** What a running stub prints: where the services are, how to call them, and what they receive. */
import type { JsonObject } from '@trustframe/claims'
import type { Style } from '../output/style.ts'
import type { StubProfile } from './StubProfile.ts'
import type { StubEvent } from './StubServer.ts'

/** Running stubs, as they are shown. */
export interface StubsShown {
  readonly hosts: Readonly<Record<string, string>>
  readonly profiles: ReadonlyArray<StubProfile>
  readonly fileOf: (profile: StubProfile) => string | undefined
  /** `hosts` of the project file. */
  readonly configured: Readonly<Record<string, string>>
}

const isConfigured = ({ configured, hosts }: StubsShown): boolean =>
  Object.entries(hosts).every(([host, url]) => configured[host]?.replace(/\/$/, '') === url)

const howToCall = (shown: StubsShown, style: Style): ReadonlyArray<string> => {
  if (isConfigured(shown)) return ['trustframe.json calls them already.']
  const { hosts } = shown
  return [
    'Call them with',
    `  ${style.cyan(
      Object.entries(hosts)
        .map(([host, url]) => `--host ${host}=${url}`)
        .join(' ')
    )}`,
    'or in trustframe.json',
    ...`"hosts": ${JSON.stringify(hosts, null, 2)}`.split('\n').map((line) => `  ${style.cyan(line)}`)
  ]
}

const profileLine = ({ fileOf }: StubsShown, profile: StubProfile, style: Style): string => {
  const file = fileOf(profile)
  const { id, method, serviceUrl } = profile.plan
  return `  ${id}  ${style.dim(`${method} ${serviceUrl.template}`)}${file === undefined ? '' : `  ${file}`}`
}

/** The lines that are printed when the stubs have started. */
export const formatStubs = (shown: StubsShown, style: Style): ReadonlyArray<string> => {
  const lines: Array<string> = []
  for (const [host, url] of Object.entries(shown.hosts)) {
    lines.push(`${style.bold(url)}  ${host}`)
    for (const profile of shown.profiles) if (profile.host === host) lines.push(profileLine(shown, profile, style))
  }
  return [...lines, '', ...howToCall(shown, style), '', 'Ctrl+C stops them.', '']
}

/** The line of a request. */
export const formatStubEvent = ({ outcome, problem, request }: StubEvent, style: Style): string => {
  const caller = request.technicalProfile === '' ? 'nobody expects' : request.technicalProfile
  return `${style.bold(caller)}  ${request.toString()}  → ${problem ? style.red(outcome) : outcome}`
}

/** The same for machines: JSON with an `event`. */
export const stubsDocument = ({ fileOf, hosts, profiles }: StubsShown): JsonObject => ({
  event: 'started',
  hosts,
  profiles: profiles.map((profile) => ({
    technicalProfile: profile.plan.id,
    method: profile.plan.method,
    serviceUrl: profile.plan.serviceUrl.template,
    file: fileOf(profile) ?? null
  }))
})

/** A request for machines. */
export const stubEventDocument = ({ outcome, problem, request }: StubEvent): JsonObject => ({
  event: 'request',
  technicalProfile: request.technicalProfile,
  method: request.method,
  url: request.url,
  headers: request.headers,
  body: request.body ?? null,
  outcome,
  problem
})
