/** Checks what is typed as the page would, before it is submitted. */
import { compilePredicate, compilePredicateValidation, compileUserInput } from '@trustframe/claims'
import type { FieldModel } from '@trustframe/core'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'

/** The predicates of a field; they are the same whichever group names them. */
const compilePredicates = ({ predicates }: FieldModel) => {
  const views = predicates.flatMap(({ lists }) => lists.flatMap((list) => list.predicates))
  const compiled = views.map(({ helpText, id, method, parameters }) =>
    compilePredicate({
      id,
      method,
      helpText,
      parameters: Object.entries(parameters).map(([name, value]) => ({ id: name, value }))
    })
  )
  return new Map(compiled.flatMap((each) => (each._tag === 'CompiledPredicate' ? [[each.id, each] as const] : [])))
}

const compileCheck = (field: FieldModel) => {
  const { id, inputType, options, pattern, predicates, required } = field
  const { validation } = compilePredicateValidation(
    {
      id,
      groups: predicates.map((group) => ({
        id: group.id,
        userHelpText: group.helpText,
        references: group.lists.map((list) => ({
          predicateIds: list.predicates.map((predicate) => predicate.id),
          matchAtLeast: list.needed
        }))
      }))
    },
    compilePredicates(field)
  )
  return compileUserInput({
    claimTypeId: id,
    dataType: inputType === 'DateTimeDropdown' ? 'date' : 'string',
    userInputType: inputType,
    required,
    pattern,
    predicateValidation: validation,
    hasOptions: options.length > 0
  }).check
}

/**
 * A check for prompts: gives the text back, or says what is wrong with it. `requiredText` is what the page says of a field that
 * must not be empty.
 */
export const checkInput = (field: FieldModel, requiredText: string) => {
  const check = compileCheck(field)
  return (text: string): Effect.Effect<string, string> =>
    Effect.flatMap(Clock.currentTimeMillis, (nowMillis) => {
      const result = check?.(text, { nowMillis, options: field.options })
      if (result?._tag !== 'RejectedInput') return Effect.succeed(text)
      if (result.messageId === 'UserMessageIfMissingRequiredElement') return Effect.fail(requiredText)
      const helps = result.failedGroups.flatMap(({ helpText, predicates }) => [
        helpText.text,
        ...predicates.map((predicate) => predicate.helpText.text)
      ])
      const lines = helps.filter((help) => help !== undefined && help !== '')
      return Effect.fail(
        lines.length > 0
          ? lines.join('\n')
          : (result.patternHelpText ?? result.defaultText.replaceAll('{0}', () => field.label))
      )
    })
}
