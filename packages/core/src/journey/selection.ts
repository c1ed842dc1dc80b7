/** Runs the steps that offer a choice of claims providers, with or without the form of a local account. */
import type { ChoicePlan } from '@trustframe/plan/plan'
import { codedError } from './makeError.ts'
import type { Note } from './Note.ts'
import { offered, type Selection } from './page/selectionModel.ts'
import { showPage, untouched } from './page/show.ts'
import { runningProfile } from './place.ts'
import { beginProfile, profileDone, type ProfileProgress } from './profile.ts'
import type { Run } from './Run.ts'
import { participation } from './session/session.ts'

type By = Extract<Note, { _tag: 'ExchangeSelected' }>['by']

/** Makes a choice: the claims exchange of that name is the one that the next step runs. */
export const choose = (run: Run, exchange: string, by: By): ProfileProgress => {
  run.selected = exchange
  run.page = undefined
  run.call = undefined
  run.setValidation(undefined)
  run.note({ _tag: 'ExchangeSelected', exchange, by, origin: run.step?.origin ?? run.plan.origin })
  return profileDone
}

/** A choice that the session has made before: the last one, of those that it knows. */
const fromSession = (
  run: Run,
  choices: ReadonlyArray<ChoicePlan>
): { readonly exchange: string; readonly at: number } | undefined => {
  const { loaded } = run.session
  const known = choices.flatMap(({ exchange, target }) => {
    const { session } = target.profile
    const entry =
      session.provider === 'ExternalLogin'
        ? loaded?.entries[session.id.toLowerCase()]
        : participation(run, target.profile)
    const external = session.provider === 'ExternalLogin' && entry?.exchange?.toLowerCase() !== exchange.toLowerCase()
    return entry === undefined || external ? [] : [{ exchange, at: entry.at }]
  })
  return known.toSorted((left, right) => right.at - left.at)[0]
}

const byHint = (run: Run, choices: ReadonlyArray<ChoicePlan>): ChoicePlan | undefined => {
  const hint = run.context.parameters['domain_hint']?.toLowerCase()
  return hint === undefined || hint === '' ? undefined : choices.find(({ domain }) => domain?.toLowerCase() === hint)
}

const noProvider = (run: Run): ProfileProgress => ({
  _tag: 'Failed',
  error: codedError(
    run,
    {
      tag: 'NoClaimsProvider',
      description: `step ${run.order} offers no claims provider: none of them is enabled`,
      origin: run.step?.origin ?? run.plan.origin,
      technicalProfile: undefined
    },
    'AADB2C90051'
  )
})

/** The form of a combined step: its session, its transformations, then the page. */
const beginForm = (run: Run): ProfileProgress => {
  run.profile = { _tag: 'Profile', at: 'form', index: 0 }
  const running = runningProfile(run)
  if (running === undefined) throw new Error('the step has no form')
  const progress = beginProfile(run, running.profile)
  if (progress._tag !== 'PageNeeded') return progress
  run.page = untouched
  return showPage(run)
}

/**
 * Enters a selection: the session, `domain_hint` or a single choice may decide it; otherwise its page is shown.
 * Source: execution section 5.3, pages section 7.
 */
export const beginSelection = (run: Run, work: Selection): ProfileProgress => {
  run.selected = undefined
  const choices = offered(run, work)
  const formEnabled = work.form !== undefined && (work.form.profile.enabled?.holds(run.bag) ?? true)
  const remembered = fromSession(run, choices)
  const local = formEnabled && work.form !== undefined ? participation(run, work.form.profile) : undefined
  const hinted = byHint(run, choices)
  if (hinted !== undefined) return choose(run, hinted.exchange, 'domain_hint')
  if (remembered !== undefined && remembered.at >= (local?.at ?? 0)) return choose(run, remembered.exchange, 'session')
  if (formEnabled) return beginForm(run)
  const [only, another] = choices
  if (only === undefined) return noProvider(run)
  if (another === undefined && !work.showSingle) return choose(run, only.exchange, 'single')
  run.page = untouched
  return showPage(run)
}

/** The claims exchanges that the page of a selection leads to. */
export const reachable = (run: Run, work: Selection): ReadonlyArray<string> => {
  const call = runningProfile(run)?.profile.call
  const links =
    call?._tag === 'SelfAsserted'
      ? [call.settings.showSignupLink ? call.settings.signUpTarget : undefined, call.settings.forgotPasswordTarget]
      : []
  return [...offered(run, work).map(({ exchange }) => exchange), ...links.filter((link) => link !== undefined)]
}
