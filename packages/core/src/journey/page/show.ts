/** Shows the page that a journey stands at, or says why it cannot. */
import type { ProfilePlan } from '@trustframe/plan/plan'
import type { JourneyError } from '../JourneyError.ts'
import { codedError } from '../makeError.ts'
import type { PageFrame, PageMessage } from '../JourneyState.ts'
import { pagePlan, runningProfile } from '../place.ts'
import type { ProfileProgress } from '../profile.ts'
import type { Run } from '../Run.ts'
import { selfAssertedPage } from './model.ts'
import type { PageModel } from './PageModel.ts'
import { phonePage } from './phoneModel.ts'
import { selectionPage } from './selectionModel.ts'

/** A page that nobody has touched. */
export const untouched: PageFrame = {
  _tag: 'Page',
  failures: 0,
  entered: {},
  emails: {},
  controls: {},
  phone: undefined,
  message: undefined,
  fieldMessages: {},
  control: undefined
}

const modelOf = (run: Run, frame: PageFrame): PageModel => {
  const running = runningProfile(run)
  const work = run.step?.work
  if (work?._tag === 'Selection') return selectionPage(run, frame, work, running)
  const call = running?.profile.call
  if (running !== undefined && call?._tag === 'SelfAsserted') return selfAssertedPage(run, frame, running, call)
  if (running !== undefined && call?._tag === 'PhoneFactor') return phonePage(run, frame, running, call)
  throw new Error('the journey stands at no page')
}

/** Nobody is there to be shown a page: the request says so, or the journey runs without a browser. */
const mayInteract = ({ context, plan }: Run): boolean =>
  !plan.nonInteractive &&
  context.grant === undefined &&
  !(context.parameters['prompt'] ?? '').split(' ').includes('none')

/** The error of a page or redirect that cannot be made. Source: execution section 9 (90077). */
export const interactionRequired = (run: Run, technicalProfile: string | undefined): ProfileProgress => ({
  _tag: 'Failed',
  error: codedError(
    run,
    {
      tag: 'InteractionRequired',
      description: `step ${run.order} needs a person, and this request allows none`,
      origin: run.step?.origin ?? run.plan.origin,
      technicalProfile
    },
    'AADB2C90077',
    ['None'],
    'interaction_required'
  )
})

/** Shows the page of the frame that is open, or `untouched`. */
export const showPage = (run: Run): ProfileProgress => {
  const technicalProfile = runningProfile(run)?.profile.id
  if (!mayInteract(run)) return interactionRequired(run, technicalProfile)
  const frame = run.page ?? untouched
  run.page = frame
  const page = modelOf(run, frame)
  run.noteClaims(technicalProfile ?? '')
  run.note({
    _tag: 'PageShown',
    technicalProfile: technicalProfile ?? '',
    page: pagePlan(run)?.contentDefinition ?? page.kind,
    origin: page.origin
  })
  return { _tag: 'Waiting', demand: { _tag: 'Page', page } }
}

/** Whether a redirect to an identity provider can be made. */
export const mayRedirect = mayInteract

/** What is said when a page is shown again. */
export interface Refusal {
  readonly message: PageMessage
  readonly fieldMessages?: Readonly<Record<string, string>>
  /** The display control that it is about. */
  readonly control?: string
  /** It counts against the profile's `setting.retryLimit`. */
  readonly counts: boolean
  /** The error of the validation that failed. */
  readonly error?: JourneyError
}

const exceeded = (run: Run, { id, origin }: ProfilePlan, limit: number): ProfileProgress => ({
  _tag: 'Failed',
  error: codedError(
    run,
    {
      tag: 'RetriesExceeded',
      description: `the page of technical profile "${id}" was refused more than ${limit} times (setting.retryLimit)`,
      origin,
      technicalProfile: id
    },
    'AADB2C90157'
  )
})

/** Shows the page again with a message, unless it was refused too often. */
export const refusePage = (
  run: Run,
  { control, counts, error, fieldMessages = {}, message }: Refusal
): ProfileProgress => {
  const profile = runningProfile(run)?.profile
  const frame = run.page ?? untouched
  const failures = frame.failures + (counts ? 1 : 0)
  run.setValidation(undefined)
  run.call = undefined
  run.page = { ...frame, failures, message, fieldMessages, control }
  run.note({
    _tag: 'PageRefused',
    technicalProfile: profile?.id ?? '',
    key: message.key,
    message: message.text,
    error,
    origin: profile?.origin ?? run.plan.origin
  })
  const limit = profile?.call._tag === 'SelfAsserted' ? profile.call.settings.retryLimit : undefined
  return profile !== undefined && limit !== undefined && failures > limit
    ? exceeded(run, profile, limit)
    : showPage(run)
}
