/** What a page says when a technical profile that it calls fails, in each language that has words of its own for it. */
import type { ClaimSlot } from '@trustframe/claims'
import {
  compileJourney,
  compileSingleProfile,
  findString,
  type JourneyPlan,
  type Located,
  type Origin,
  type PageItemPlan,
  type PagePlan,
  type RestfulPlan,
  restfulMessageKeys,
  type SelfAssertedPlan,
  stringKey
} from '@trustframe/plan'
import type { Policy } from '@trustframe/policy'
import type { MessageRead } from '../scenario/Outcome.ts'
import { type ExampleCall, profileOf } from './exampleCall.ts'
import type { ProfileUse } from './profileUses.ts'

/** A journey of one step that shows one page, which calls one profile when it is submitted. */
export interface PageCall {
  readonly plan: JourneyPlan
  readonly page: PagePlan | undefined
  /** Messages of the page's own profile, by key in lower case. */
  readonly messages: ReadonlyMap<string, Located>
  /** The language of the page where nobody asks for another, and then those with words of their own. */
  readonly languages: ReadonlyArray<string>
}

/** The content definition of a combined sign-in page is that of its step. */
const pageOfStep = (policy: Policy, { journey, step }: ProfileUse): PagePlan | undefined => {
  const work = compileJourney(policy, journey).plan?.steps.find(({ order }) => order === step)?.work
  return work?._tag === 'Selection' ? work.page : undefined
}

const hasOwnWords = (page: PagePlan, language: string): boolean => {
  const strings = page.resources.get(language.toLowerCase())?.strings
  return restfulMessageKeys.some((key) => strings?.has(stringKey('ErrorMessage', undefined, key)))
}

const languagesOf = ({ localization }: JourneyPlan, page: PagePlan | undefined): ReadonlyArray<string> => {
  if (page === undefined || !localization.enabled) return [localization.defaultLanguage]
  const others = [...page.resources.values()].map(({ language }) => language)
  return [...new Set([localization.defaultLanguage, ...others.filter((language) => hasOwnWords(page, language))])]
}

/** A field that may be left empty: a page that asks for nothing is not shown. */
const emptyField = (claim: ClaimSlot, origin: Origin): PageItemPlan => ({
  _tag: 'Field',
  verifyEmail: false,
  field: {
    claim,
    inputType: 'TextBox',
    displayName: undefined,
    userHelpText: undefined,
    pattern: undefined,
    predicates: [],
    options: [],
    mask: undefined,
    required: false,
    secret: false,
    origin,
    check: () => ({ _tag: 'AcceptedInput', value: undefined })
  }
})

/** Nothing has to be entered, and nothing but the call is made; the page may be submitted as often as there are faults. */
const bare = (
  { claims }: JourneyPlan,
  call: SelfAssertedPlan,
  page: PagePlan | undefined,
  validation: ExampleCall
): SelfAssertedPlan => ({
  ...call,
  page,
  items: claims.slots.slice(0, 1).map((claim) => emptyField(claim, call.origin)),
  settings: { ...call.settings, retryLimit: undefined },
  validations: [
    {
      origin: validation.restful.origin,
      profile: profileOf(validation.plan),
      preconditions: [],
      continueOnError: false,
      continueOnSuccess: true
    }
  ]
})

/** The page of a use with the call alone; `undefined` where the page cannot be run. */
export const pageCall = (policy: Policy, use: ProfileUse, call: ExampleCall): PageCall | undefined => {
  const compiled = use.page === undefined ? undefined : compileSingleProfile(policy, use.page).plan
  const profile = compiled === undefined ? undefined : profileOf(compiled)
  if (compiled === undefined || profile?.call._tag !== 'SelfAsserted') return undefined
  const page = profile.call.page ?? pageOfStep(policy, use)
  const shown = {
    ...profile,
    enabled: undefined,
    inputTransformations: [],
    call: bare(compiled, profile.call, page, call)
  }
  return {
    plan: {
      ...compiled,
      steps: compiled.steps.map((step) => ({
        ...step,
        order: use.step,
        work: { _tag: 'ClaimsExchange', exchanges: [{ id: profile.id, origin: profile.origin, profile: shown }] }
      }))
    },
    page,
    messages: profile.messages,
    languages: languagesOf(compiled, page)
  }
}

const restfulMessage = ({ messages }: RestfulPlan, key: string): Located | undefined =>
  Object.entries(messages).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]

/** A message of the page with where its text comes from, which the page itself does not say. */
export const located = (
  { messages, page, plan }: PageCall,
  restful: RestfulPlan,
  language: string,
  { key, text }: MessageRead
): MessageRead => {
  if (key === 'userMessage') return { key, text, source: 'service' }
  const localized =
    page === undefined ? undefined : findString(page, plan.localization, language, 'ErrorMessage', undefined, key)
  if (localized !== undefined) return { key, text, source: 'localization', origin: localized.origin }
  const found = restfulMessage(restful, key) ?? messages.get(key.toLowerCase()) ?? page?.texts.get(key.toLowerCase())
  return found === undefined
    ? { key, text, source: 'built-in' }
    : { key, text, source: 'metadata', origin: found.origin }
}
