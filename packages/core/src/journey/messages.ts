/** Where the messages of a journey come from: the page that is shown, the profile that failed, the page's profile. */
import { findString, type Located, type ProfilePlan } from '@trustframe/plan/plan'
import { findMessage, type MessageCandidate, type MessageSources, type UserMessage } from '../exchange/findMessage.ts'
import { pagePlan, runningProfile } from './place.ts'
import type { Run } from './Run.ts'

const errorMessage = 'ErrorMessage'

/** A localized text of the page that is shown. */
export const localize =
  (run: Run) =>
  (stringId: string): Located | undefined => {
    const page = pagePlan(run)
    if (page === undefined) return undefined
    return findString(page, run.plan.localization, run.language, errorMessage, undefined, stringId)
  }

/** The sources of messages when `failed` fails: its own metadata, then that of the page that calls it. */
export const messageSources = (run: Run, failed: ProfilePlan | undefined): MessageSources => {
  const caller = runningProfile(run)?.profile
  const page = pagePlan(run)
  const profiles = [failed, caller].filter((profile) => profile !== undefined)
  return {
    localize: localize(run),
    metadata: [...profiles.map(({ messages }) => messages), ...(page === undefined ? [] : [page.texts])],
    defaults: profiles.map(({ defaultMessages }) => defaultMessages)
  }
}

/**
 * The text of a message id for `failed`; `otherwise` when neither the policy nor B2C has one. `code` stands in for the id
 * where nothing has one.
 */
export const say = (
  run: Run,
  failed: ProfilePlan | undefined,
  candidates: ReadonlyArray<MessageCandidate>,
  otherwise: string,
  code = ''
): UserMessage =>
  findMessage(candidates, messageSources(run, failed)) ?? {
    text: otherwise,
    key: candidates[0]?.key ?? code,
    source: 'built-in',
    origin: undefined
  }
