/** What a person does on the page that is shown; what does not fit the page shows it again. */
import type { Interaction } from './JourneyEvent.ts'
import { codedError, textError } from './makeError.ts'
import { checkEmailCode, sendEmailCode } from './page/email.ts'
import { openPhone, usePhone } from './page/phone.ts'
import { showPage } from './page/show.ts'
import { pageString } from './page/strings.ts'
import { openPage, submit } from './page/submit.ts'
import { useControl } from './page/useControl.ts'
import { runningProfile } from './place.ts'
import type { ProfileProgress } from './profile.ts'
import type { Run } from './Run.ts'
import { choose, reachable } from './selection.ts'

/** The person gives up. Source: execution section 9.1 (90091; the text is `cancel_message` of the page). */
const cancel = (run: Run): ProfileProgress => {
  const profile = runningProfile(run)?.profile
  const call = profile?.call
  if (call?._tag === 'SelfAsserted' && !call.settings.showCancelButton) return showPage(run)
  const parts = {
    tag: 'Cancelled',
    description: 'the person cancelled the page',
    origin: profile?.origin ?? run.step?.origin ?? run.plan.origin,
    technicalProfile: profile?.id
  } as const
  const text = pageString(run, 'selfasserted', profile, 'cancel_message')
  return { _tag: 'Failed', error: textError(run, parts, 'AADB2C90091', text, 'access_denied') }
}

/** The link for a forgotten password, where no claims exchange takes it up. Source: execution section 9.1 (90118). */
const passwordForgotten = (run: Run): ProfileProgress => {
  const profile = runningProfile(run)?.profile
  const parts = {
    tag: 'PasswordForgotten',
    description: 'the person followed the link for a forgotten password, and no claims exchange takes it up',
    origin: profile?.origin ?? run.plan.origin,
    technicalProfile: profile?.id
  } as const
  return { _tag: 'Failed', error: codedError(run, parts, 'AADB2C90118', [], 'access_denied') }
}

const onSelection = (run: Run, event: Interaction): ProfileProgress | undefined => {
  const work = run.step?.work
  if (work?._tag !== 'Selection') return undefined
  if (event._tag === 'Selected') {
    const wanted = event.exchange.toLowerCase()
    const exchange = reachable(run, work).find((name) => name.toLowerCase() === wanted)
    return exchange === undefined ? showPage(run) : choose(run, exchange, 'person')
  }
  if (event._tag !== 'PasswordForgotten') return undefined
  const call = runningProfile(run)?.profile.call
  if (call?._tag !== 'SelfAsserted' || call.settings.forgotPasswordLinkLocation === 'None') return showPage(run)
  const target = call.settings.forgotPasswordTarget
  return target === undefined ? passwordForgotten(run) : choose(run, target, 'person')
}

/** Goes on with the page that is shown. */
export const interact = (run: Run, event: Interaction): ProfileProgress => {
  const selected = onSelection(run, event)
  if (selected !== undefined) return selected
  // A page that offers choices has no button for giving up.
  if (event._tag === 'Cancelled') return run.step?.work._tag === 'Selection' ? showPage(run) : cancel(run)
  const phone = openPhone(run)
  if (phone !== undefined) return usePhone(run, phone, event)
  const page = openPage(run)
  if (page === undefined) return showPage(run)
  switch (event._tag) {
    case 'Submitted':
      return submit(run, page, event.values, event.keepMeSignedIn === true)
    case 'ControlUsed':
      return useControl(run, page, event)
    case 'EmailCodeRequested':
      return sendEmailCode(run, page, event.claim, event.address)
    case 'EmailCodeEntered':
      return checkEmailCode(run, page, event.claim, event.address, event.code)
    default:
      return showPage(run)
  }
}
