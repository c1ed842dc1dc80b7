/** Draws up the model of a page that offers choices. */
import type { ChoicePlan, StepWork } from '@trustframe/plan/plan'
import type { PageFrame } from '../JourneyState.ts'
import type { Running } from '../place.ts'
import type { Run } from '../Run.ts'
import { commonOf, formModel } from './model.ts'
import type { SelectionPage } from './PageModel.ts'
import { localized } from './strings.ts'

export type Selection = Extract<StepWork, { _tag: 'Selection' }>

/** The choices whose profiles are enabled. Source: execution section 5.3. */
export const offered = (run: Run, { choices }: Selection): ReadonlyArray<ChoicePlan> =>
  choices.filter(({ target }) => target.profile.enabled?.holds(run.bag) ?? true)

const label = (run: Run, { exchange, target }: ChoicePlan): string =>
  localized(run, 'ClaimsProvider', undefined, exchange) ?? target.profile.displayName ?? exchange

/** The page of a selection, with the form of a local account where the step has one. */
export const selectionPage = (
  run: Run,
  frame: PageFrame,
  work: Selection,
  running: Running | undefined
): SelectionPage => {
  const call = running?.profile.call
  const form = running !== undefined && call?._tag === 'SelfAsserted' ? { running, call } : undefined
  const settings = form?.call.settings
  const location = settings?.forgotPasswordLinkLocation
  // The link is its button: policies name its exchange among the selections, too.
  const linked = settings?.forgotPasswordTarget?.toLowerCase()
  return {
    kind: work.form === undefined ? 'ClaimsProviderSelection' : 'CombinedSignInAndSignUp',
    ...commonOf(run, frame, work.form === undefined ? 'providerselection' : 'unifiedssp', running?.profile),
    choices: offered(run, work)
      .filter(({ exchange }) => exchange.toLowerCase() !== linked)
      .map((choice) => ({ exchange: choice.exchange, label: label(run, choice), domain: choice.domain })),
    form: form === undefined ? undefined : formModel(run, frame, form.running, form.call),
    signUp: settings?.showSignupLink === true ? settings.signUpTarget : undefined,
    forgotPassword:
      settings === undefined || location === undefined || location === 'None'
        ? undefined
        : { location, exchange: settings.forgotPasswordTarget },
    rememberMe: settings?.enableRememberMe === true && run.plan.session.keepAliveInDays > 0
  }
}
