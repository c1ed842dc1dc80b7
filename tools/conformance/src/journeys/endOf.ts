/** How a path ended, and whose doing it is when it is not in a token. */
import type { FieldModel, JourneyError, JourneyOutcome, PageMessage, PageModel } from '@trustframe/core'

/** Why a path did not end in a token: the outside is missing, Trustframe does not do it yet, or it is our fault. */
export type Reason = 'outside' | 'later' | 'fault'

/** The end of a path. */
export interface End {
  readonly end: 'token' | 'error' | 'interaction' | 'stopped'
  readonly reason: Reason | undefined
  readonly detail: string
}

/** What pages were refused with on the way. */
export interface Refusals {
  /** The last error of a validation profile or of an action. */
  readonly last: JourneyError | undefined
  /** What the last refusal said. */
  readonly said: { readonly key: string; readonly text: string } | undefined
  /** The first error that Trustframe does not do yet. */
  readonly unsupported: JourneyError | undefined
}

/** Errors that a policy means. */
const meant: ReadonlySet<JourneyError['tag']> = new Set(['OAuth2Error', 'Cancelled', 'PasswordForgotten'])

/** Errors that follow from what the stand-ins answered, from what the person is not, or from the policy itself. */
const ofTheOutside: ReadonlySet<JourneyError['tag']> = new Set([
  'AccountExists',
  'AccountNotFound',
  'ClaimsTransformationFailed',
  'ClaimUnreadable',
  'CodeRefused',
  'DirectoryRefused',
  'GrantRefused',
  'InteractionRequired',
  'NoClaimsProvider',
  'NoClaimsExchangeSelected',
  'PasswordRefused',
  'PhoneMissing',
  'ProfileIncomplete',
  'RequiredClaimMissing',
  'RetriesExceeded',
  'TokenRefused'
])

const describe = ({ code, description, tag }: JourneyError) => `${tag} (${code}): ${description}`

const failed = (error: JourneyError): End => {
  const detail = describe(error)
  if (meant.has(error.tag)) return { end: 'error', reason: undefined, detail }
  if (error.tag === 'NotSupported') return { end: 'stopped', reason: 'later', detail }
  return { end: 'error', reason: ofTheOutside.has(error.tag) ? 'outside' : 'fault', detail }
}

const itemsOf = (page: PageModel) => (page.kind === 'PhoneFactor' ? [] : (page.form?.items ?? []))

const fieldsOf = (page: PageModel): ReadonlyArray<FieldModel> =>
  itemsOf(page).flatMap((item) => (item._tag === 'Field' ? [item] : item.fields))

/** A field that has to have a value, that nobody can type or choose, and that nothing before it filled. */
const isUnfillable = ({ inputType, options, required, value }: FieldModel): boolean => {
  if (!required || (value ?? '') !== '') return false
  const chosen = inputType === 'DropdownSingleSelect' || inputType === 'RadioSingleSelect'
  return inputType === 'Readonly' || inputType === 'Paragraph' || (chosen && options.length === 0)
}

const messageOf = (page: PageModel): PageMessage | undefined => {
  const inControl = itemsOf(page).flatMap((item) =>
    item._tag === 'Control' && item.message !== undefined ? [item.message] : []
  )
  return page.message ?? inControl[0]
}

/** The page's own checks refuse all that a person can think of: two rules that exclude each other, a type that nobody can type. */
const unfit: ReadonlySet<string> = new Set([
  'UserMessageIfMissingRequiredElement',
  'UserMessageIfIncorrectPattern',
  'UserMessageIfInvalidInput',
  'UserMessageIfValidationError',
  'error_passwordEntryMismatch',
  // No code is sent to what is no address, and none after too many tries to find one.
  'ver_fail_server',
  'ver_fail_throttled'
])

/** The end of a path; `page` is the one that the person gave up at. */
export const endOf = (outcome: JourneyOutcome, page: string, { last, said, unsupported }: Refusals): End => {
  switch (outcome._tag) {
    case 'Completed':
      return outcome.token === undefined
        ? { end: 'stopped', reason: 'outside', detail: 'the policy let every SendClaims step be skipped' }
        : { end: 'token', reason: undefined, detail: Object.keys(outcome.token).join(', ') }
    case 'Failed':
      return failed(outcome.error)
    case 'Suspended': {
      const { interaction } = outcome
      if (unsupported !== undefined) {
        return { end: 'stopped', reason: 'later', detail: `gave up at ${page}: ${describe(unsupported)}` }
      }
      const shown = interaction._tag === 'Page' ? messageOf(interaction.page) : undefined
      const words = shown ?? said
      const reading = words === undefined ? '' : `: "${words.text}" (${shown?.code ?? words.key})`
      const unfillable =
        interaction._tag === 'Page' && (fieldsOf(interaction.page).some(isUnfillable) || unfit.has(words?.key ?? ''))
      const refused =
        unfillable || (last !== undefined && (ofTheOutside.has(last.tag) || last.userMessage !== undefined))
      return { end: 'interaction', reason: refused ? 'outside' : 'fault', detail: `gave up at ${page}${reading}` }
    }
  }
}
