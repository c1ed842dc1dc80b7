/** The registry of calls: what runs each kind of technical profile that asks no person for anything. */
import type { ProfileCall, ProfilePlan } from '@trustframe/plan/plan'
import type { JourneyError } from '../JourneyError.ts'
import { plainError } from '../makeError.ts'
import type { CallFrame } from '../JourneyState.ts'
import type { Run } from '../Run.ts'
import type { CallEvent, CallProgress, CallRunner } from './CallRunner.ts'
import { aadSspr, azureMfa, oneTimePassword } from './codes.ts'
import { directory } from './directory.ts'
import { identityProvider } from './identityProvider.ts'
import { claimsTransformation, engine, unsupported, userJourneyContext } from './local.ts'
import { passwordGrant } from './passwordGrant.ts'
import { restful } from './restful.ts'
import { applicationInsights, conditionalAccess, custom } from './services.ts'
import { tokenRules } from './tokenRules.ts'

/** A runner with the call that it is for, so that the compiler knows the two belong together. */
interface Bound {
  readonly begin: () => CallProgress
  readonly receive: (event: CallEvent, waiting: CallFrame) => CallProgress
}

const bind = <Call extends ProfileCall>(
  runner: CallRunner<Call>,
  run: Run,
  profile: ProfilePlan,
  call: Call
): Bound => ({
  begin: () => runner.begin({ run, profile, call }),
  receive: (event, waiting) => {
    if (runner.receive === undefined) throw new Error(`technical profile "${profile.id}" waits for nothing`)
    return runner.receive({ run, profile, call }, event, waiting)
  }
})

/** One entry a handler: adding one is adding a file and a line; profiles that show a page of their own have none. */
const bound = (run: Run, profile: ProfilePlan): Bound | undefined => {
  const { call } = profile
  switch (call._tag) {
    case 'SelfAsserted':
    case 'PhoneFactor':
      return undefined
    case 'Restful':
      return bind(restful, run, profile, call)
    case 'ClaimsTransformation':
      return bind(claimsTransformation, run, profile, call)
    case 'Directory':
      return bind(directory, run, profile, call)
    case 'PasswordGrant':
      return bind(passwordGrant, run, profile, call)
    case 'IdentityProvider':
      return bind(identityProvider, run, profile, call)
    case 'OneTimePassword':
      return bind(oneTimePassword, run, profile, call)
    case 'AzureMfa':
      return bind(azureMfa, run, profile, call)
    case 'AadSspr':
      return bind(aadSspr, run, profile, call)
    case 'ConditionalAccess':
      return bind(conditionalAccess, run, profile, call)
    case 'ApplicationInsights':
      return bind(applicationInsights, run, profile, call)
    case 'UserJourneyContext':
      return bind(userJourneyContext, run, profile, call)
    case 'Engine':
      return bind(engine, run, profile, call)
    case 'TokenRules':
      return bind(tokenRules, run, profile, call)
    case 'Custom':
      return bind(custom, run, profile, call)
    case 'Unsupported':
      return bind(unsupported, run, profile, call)
  }
}

/** The error of a call for which the runtime has no port. */
export const portMissing = (run: Run, profile: ProfilePlan, port: string): JourneyError =>
  plainError(run, {
    tag: 'PortMissing',
    description: `technical profile "${profile.id}" needs the port ${port}, which this runtime does not provide`,
    origin: profile.origin,
    technicalProfile: profile.id
  })

/** Begins a call; `undefined` for a profile that shows a page. */
export const beginCall = (run: Run, profile: ProfilePlan): CallProgress | undefined => bound(run, profile)?.begin()

/** Goes on with a call after what it waited for. */
export const receiveCall = (run: Run, profile: ProfilePlan, event: CallEvent, waiting: CallFrame): CallProgress => {
  const missing = event._tag === 'Answered' && event.answer._tag === 'PortMissing' ? event.answer.port : undefined
  // Telemetry never holds up a journey, not even where nobody takes it.
  if (missing !== undefined && profile.call._tag !== 'ApplicationInsights') {
    return { _tag: 'Failed', error: portMissing(run, profile, missing) }
  }
  const call = bound(run, profile)
  if (call === undefined) throw new Error(`technical profile "${profile.id}" shows a page and waits for no call`)
  return call.receive(event, waiting)
}
