/** Checks what a user submitted for a claim, on the server: required, type, options, pattern, predicates. */
import { type ClaimValue, ConversionFailure } from '../ClaimValue.ts'
import type { RestrictionItem } from '../contract/Environment.ts'
import { parseValue } from '../convert/parseValue.ts'
import type { DataType } from '../DataType.ts'
import type { FailedGroup, PredicateValidation } from '../predicates/index.ts'
import { compileRegex, type Regex, RegexProblem } from '../regex/index.ts'
import { fitsControl, type UserInputContract, type UserInputType, userInputTypes } from './UserInputType.ts'

/** A claim type as a page collects it. */
export interface UserInputDeclaration {
  readonly claimTypeId: string
  readonly dataType: DataType
  readonly userInputType: UserInputType
  /** Whether the field must be filled. */
  readonly required: boolean
  readonly pattern?: { readonly regularExpression: string; readonly helpText?: string | undefined } | undefined
  readonly predicateValidation?: PredicateValidation | undefined
  /** Whether the claim type has options in any language; a selection without any is empty. */
  readonly hasOptions?: boolean | undefined
}

/** The ids of the messages, with the claim as their argument (claims-schema 6). */
export const userInputMessages = {
  UserMessageIfMissingRequiredElement: 'Missing required element: {0}',
  UserMessageIfIncorrectPattern: 'Incorrect pattern for: {0}',
  UserMessageIfInvalidInput: '{0} has invalid input.',
  UserMessageIfValidationError: 'Error in validation by: {0}'
} as const

/** An input that is not accepted. */
export interface RejectedInput {
  readonly _tag: 'RejectedInput'
  readonly claimTypeId: string
  readonly messageId: keyof typeof userInputMessages
  readonly defaultText: string
  readonly messageArguments: ReadonlyArray<string>
  /** The help text of the pattern; its translation is the claim type's `PatternHelpText`. */
  readonly patternHelpText: string | undefined
  /** The predicate groups that do not hold, with their help texts. */
  readonly failedGroups: ReadonlyArray<FailedGroup>
}

/** An input that is accepted; without a value the user left the field empty. */
export interface AcceptedInput {
  readonly _tag: 'AcceptedInput'
  readonly value: ClaimValue | undefined
}

/** What a submission is checked against. */
export interface UserInputContext {
  /** Milliseconds since 1970. */
  readonly nowMillis: number
  /** The options of the claim in the language of the page. */
  readonly options: ReadonlyArray<RestrictionItem>
}

/** Checks a submitted text, or the texts of ticked options; nothing submitted is `undefined`. */
export type CheckUserInput = (
  submitted: string | ReadonlyArray<string> | undefined,
  context: UserInputContext
) => AcceptedInput | RejectedInput

/** A problem of a claim type that collects input; advice leaves it usable. */
export interface UserInputProblem {
  readonly kind: 'WrongDataType' | 'NoOptions' | 'InvalidPattern' | 'UnsupportedRegex'
  readonly effect: 'refused' | 'advice'
  readonly message: string
}

/** An e-mail address has one @, with text around it and no white space; the expression of the service is not known. */
const addressForm = /^[^\s@]+@[^\s@]+$/

const separators = /[\s().-]/g

const problemsOf = (
  claim: UserInputDeclaration,
  pattern: Regex | RegexProblem | undefined
): Array<UserInputProblem> => {
  const { claimTypeId, dataType, userInputType } = claim
  const contract: UserInputContract = userInputTypes[userInputType]
  const problems: Array<UserInputProblem> = []
  if (fitsControl(userInputType, dataType) === 'unknown') {
    problems.push({
      kind: 'WrongDataType',
      effect: 'advice',
      message: `The ClaimType "${claimTypeId}" has the UserInputType "${userInputType}", which is not documented for the data type "${dataType}".`
    })
  }
  if (contract.selection !== 'none' && claim.hasOptions !== true) {
    problems.push({
      kind: 'NoOptions',
      effect: 'advice',
      message: `The ClaimType "${claimTypeId}" has the UserInputType "${userInputType}" but no options: it needs a Restriction with Enumeration elements, or a localized collection.`
    })
  }
  if (pattern instanceof RegexProblem) {
    problems.push({
      kind: pattern.unsupported ? 'UnsupportedRegex' : 'InvalidPattern',
      effect: 'refused',
      message: `The Pattern of the ClaimType "${claimTypeId}" cannot be used. ${pattern.message}.`
    })
  }
  return problems
}

/** The submitted values of a selection, in the order of the options; `undefined` when one is not an option. */
const selected = (
  submitted: string | ReadonlyArray<string>,
  options: ReadonlyArray<RestrictionItem>
): ReadonlyArray<string> | undefined => {
  const values = new Set(typeof submitted === 'string' ? submitted.split(',') : submitted)
  const chosen = options.map(({ value }) => value).filter((value) => values.delete(value))
  return values.size === 0 ? chosen : undefined
}

const accept = (value: ClaimValue | undefined): AcceptedInput => ({ _tag: 'AcceptedInput', value })

/**
 * Compiles the check of a claim that a self-asserted page or a display control collects.
 *
 * A control that collects nothing accepts nothing: what a browser sends for it is dropped. Empty text is a value of a string claim,
 * checked by its predicates but not by its pattern, and no value of any other.
 */
export const compileUserInput = (
  claim: UserInputDeclaration
): { readonly check: CheckUserInput | undefined; readonly problems: ReadonlyArray<UserInputProblem> } => {
  const { claimTypeId, dataType, userInputType } = claim
  const contract: UserInputContract = userInputTypes[userInputType]
  const pattern = claim.pattern === undefined ? undefined : compileRegex(claim.pattern.regularExpression)
  const problems = problemsOf(claim, pattern)
  if (pattern instanceof RegexProblem) return { check: undefined, problems }

  const reject = (
    messageId: keyof typeof userInputMessages,
    details: { readonly patternHelpText?: string | undefined; readonly failedGroups?: ReadonlyArray<FailedGroup> } = {}
  ): RejectedInput => ({
    _tag: 'RejectedInput',
    claimTypeId,
    messageId,
    defaultText: userInputMessages[messageId],
    messageArguments: [claimTypeId],
    patternHelpText: details.patternHelpText,
    failedGroups: details.failedGroups ?? []
  })

  const checkSelection: CheckUserInput = (submitted, { options }) => {
    if (submitted === undefined || submitted.length === 0) {
      return claim.required ? reject('UserMessageIfMissingRequiredElement') : accept(undefined)
    }
    const single = typeof submitted === 'string' ? [submitted] : submitted
    const chosen = selected(contract.selection === 'multiple' ? submitted : single, options)
    if (chosen === undefined || (contract.selection === 'single' && chosen.length !== 1)) {
      return reject('UserMessageIfInvalidInput')
    }
    const value = parseValue(dataType, chosen.join(','))
    return value instanceof ConversionFailure ? reject('UserMessageIfInvalidInput') : accept(value)
  }

  const checkText: CheckUserInput = (submitted, { nowMillis }) => {
    const text = typeof submitted === 'string' ? submitted : (submitted ?? []).join(',')
    if (text === '') {
      if (claim.required) return reject('UserMessageIfMissingRequiredElement')
      if (submitted === undefined || dataType !== 'string') return accept(undefined)
    } else {
      if (pattern !== undefined && pattern.test(text) !== true) {
        return reject('UserMessageIfIncorrectPattern', { patternHelpText: claim.pattern?.helpText })
      }
      if (userInputType === 'EmailBox' && !addressForm.test(text)) return reject('UserMessageIfIncorrectPattern')
    }
    const value = parseValue(dataType, dataType === 'phoneNumber' ? text.replace(separators, '') : text)
    if (value instanceof ConversionFailure) return reject('UserMessageIfInvalidInput')
    const failedGroups = claim.predicateValidation?.check(value, nowMillis) ?? []
    return failedGroups.length === 0 ? accept(value) : reject('UserMessageIfValidationError', { failedGroups })
  }

  const check = contract.collects
    ? contract.selection === 'none'
      ? checkText
      : checkSelection
    : () => accept(undefined)
  return { check, problems }
}
