/** Single sign-on: what a session restores, and what a journey adds to it. */
import { ConversionFailure, fromJson, type Json, toJson } from '@trustframe/claims'
import type { ProfileCall, ProfilePlan, SessionBehaviorPlan, SessionPlan } from '@trustframe/plan/plan'
import { putOutput } from '../bag.ts'
import type { JourneyContext } from '../JourneyContext.ts'
import type { SessionState } from '../JourneyState.ts'
import type { Run } from '../Run.ts'
import type { SessionEntry, SessionRecord } from './SessionRecord.ts'

/** No session, and nothing added to one. */
export const noSession: SessionState = { loaded: undefined, added: {}, authenticatedAt: undefined }

/** The session that counts for a journey: none when it has expired, is suppressed, or the request asks for a new sign-in. */
export const openSession = (
  behavior: SessionBehaviorPlan,
  context: JourneyContext,
  record: SessionRecord | undefined,
  nowMillis: number
): SessionState => {
  const { max_age: maxAge, prompt = '' } = context.parameters
  const counts =
    record !== undefined &&
    record.expiresAt > nowMillis &&
    behavior.scope !== 'Suppressed' &&
    !prompt.split(' ').includes('login') &&
    (maxAge === undefined || nowMillis - record.authenticatedAt <= Number(maxAge) * 1000)
  return { ...noSession, loaded: counts ? record : undefined }
}

/** Profiles that the session never answers for: what a provider or a typed-in password proves is not assumed. */
const alwaysRuns = (call: ProfileCall): boolean => {
  switch (call._tag) {
    case 'IdentityProvider':
    case 'Directory':
    case 'PasswordGrant':
    case 'ClaimsTransformation':
    case 'Engine':
    case 'TokenRules':
    case 'UserJourneyContext':
      return true
    case 'SelfAsserted':
      return call.items.some((item) => item._tag === 'Field' && item.field.inputType === 'Password')
    default:
      return false
  }
}

const entryOf = ({ id }: SessionPlan, record: SessionRecord | undefined): SessionEntry | undefined =>
  record?.entries[id.toLowerCase()]

/**
 * What the session knows of a profile that takes part in it, if it answers in its place. Sessions are kept by the session
 * profile; without one, by the technical profile itself. Source: sessions-and-state section 2.
 */
export const participation = (run: Run, { call, id, session }: ProfilePlan): SessionEntry | undefined => {
  const entry = entryOf(session, run.session.loaded)
  switch (session.provider) {
    case 'Default':
      return entry
    case 'Unspecified':
      return !alwaysRuns(call) && entry?.profiles.includes(id.toLowerCase()) === true ? entry : undefined
    case 'Noop':
    case 'ExternalLogin':
    case 'OAuth':
    case 'Saml':
      return undefined
  }
}

/** Puts the claims of the session into the bag, if it answers in place of the profile. */
export const restoreSession = (run: Run, profile: ProfilePlan): boolean => {
  const entry = participation(run, profile)
  if (entry === undefined) return false
  const { session } = profile
  for (const [id, json] of Object.entries(entry.claims)) {
    const claim = run.plan.claims.find(id)
    const value = claim === undefined ? undefined : fromJson(claim.dataType, json)
    if (claim !== undefined && value !== undefined && !(value instanceof ConversionFailure)) run.bag[claim.slot] = value
  }
  for (const binding of session.outputClaims) putOutput(run.bag, binding, undefined, run.resolvers)
  run.note({
    _tag: 'SessionRestored',
    technicalProfile: profile.id,
    session: session.id,
    origin: session.origin
  })
  run.noteClaims(session.id === '' ? profile.id : session.id)
  return true
}

/** Copies the persisted claims of a profile that has run into the session. */
export const persistSession = (run: Run, { id, session }: ProfilePlan, exchange: string | undefined): void => {
  if (session.provider === 'Noop' || session.provider === 'OAuth' || session.provider === 'Saml') return
  const key = session.id.toLowerCase()
  const known = run.session.added[key] ?? entryOf(session, run.session.loaded)
  const claims: Record<string, Json> = {}
  for (const { claim } of session.persistedClaims) {
    const value = run.bag[claim.slot]
    if (value !== undefined && !run.plan.secrets.has(claim.slot)) claims[claim.id] = toJson(value)
  }
  const entry: SessionEntry = {
    profiles: [...new Set([...(known?.profiles ?? []), id.toLowerCase()])],
    claims,
    at: run.moment.epochMillis,
    ...(session.provider === 'ExternalLogin' && exchange !== undefined ? { exchange } : {})
  }
  run.session = { ...run.session, added: { ...run.session.added, [key]: entry } }
}

const day = 86_400_000

/** When a session ends that is used now. Source: sessions-and-state sections 3 and 4. */
const expiry = (behavior: SessionBehaviorPlan, startedAt: number, now: number, keepMeSignedIn: boolean): number => {
  const from = behavior.expiry === 'Absolute' ? startedAt : now
  return keepMeSignedIn ? from + behavior.keepAliveInDays * day : from + behavior.expiryInSeconds * 1000
}

/** The session that a completed journey leaves behind; `undefined` when there is none. */
export const closeSession = (run: Run): SessionRecord | undefined => {
  const { context, moment, plan, session } = run
  const { added, authenticatedAt, loaded } = session
  if (plan.session.scope === 'Suppressed') return undefined
  if (loaded === undefined && Object.keys(added).length === 0) return undefined
  const now = moment.epochMillis
  const startedAt = loaded?.startedAt ?? now
  const keepMeSignedIn = plan.session.keepAliveInDays > 0 && (run.keepMeSignedIn ?? loaded?.keepMeSignedIn ?? false)
  const client = context.parameters['client_id']
  const clients = loaded?.clients ?? []
  return {
    version: 1,
    startedAt,
    authenticatedAt: authenticatedAt ?? loaded?.authenticatedAt ?? now,
    expiresAt: expiry(plan.session, startedAt, now, keepMeSignedIn),
    keepMeSignedIn,
    entries: { ...loaded?.entries, ...added },
    clients: client === undefined || clients.includes(client) ? clients : [...clients, client]
  }
}
