/** Asks for what goes into a field, by the kind of field that it is. */
import type { FieldModel, PageModel } from '@trustframe/core'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import { Prompt } from 'effect/cli'
import type { Asked, Fill } from './Asked.ts'
import { checkInput } from './checkInput.ts'

/** Whether a person enters something there. */
export const collects = ({ inputType }: FieldModel): boolean =>
  inputType !== 'Paragraph' && inputType !== 'Readonly' && inputType !== 'Button'

const noneOfThem = ''

const askOption = ({ options, required }: FieldModel, message: string): Asked<string> =>
  Prompt.run(
    Prompt.Select({
      message,
      choices: [
        ...(required ? [] : [{ title: 'none', value: noneOfThem }]),
        ...options.map(({ selected, text, value }) => ({ title: text, value, selected }))
      ]
    })
  )

const askOptions = ({ options, required }: FieldModel, message: string): Asked<ReadonlyArray<string>> =>
  Prompt.run(
    Prompt.MultiSelect({
      message,
      choices: options.map(({ selected, text, value }) => ({ title: text, value, selected })),
      ...(required ? { min: 1 } : {})
    })
  )

/** The label, and what the page says beside it. */
const messageOf = ({ help, inputType, label, required }: FieldModel): string => {
  const notes = [
    ...(help === undefined || help === '' ? [] : [help]),
    ...(inputType === 'DateTimeDropdown' ? ['Write it as yyyy-MM-dd.'] : []),
    ...(required ? [] : ['Optional.'])
  ]
  return notes.length === 0 ? label : `${label} (${notes.join(' ')})`
}

/** What a field holds is there already, and Enter leaves it as it is. */
export const askField = (field: FieldModel, { strings }: PageModel): Asked<string | ReadonlyArray<string>> => {
  const message = messageOf(field)
  if (field.options.length > 0) {
    return field.inputType === 'CheckboxMultiSelect' ? askOptions(field, message) : askOption(field, message)
  }
  const validate = checkInput(field, strings['required_field'] ?? 'This information is required.')
  return field.inputType === 'Password'
    ? Effect.map(Prompt.run(Prompt.Password({ message, validate })), Redacted.value)
    : Prompt.run(Prompt.String({ message, validate, ...(field.value === undefined ? {} : { default: field.value }) }))
}

/** Asks for one field after the other. */
export const askFields = (fields: ReadonlyArray<FieldModel>, page: PageModel): Asked<Fill> =>
  Effect.gen(function* () {
    const fill: Record<string, string | ReadonlyArray<string>> = {}
    for (const field of fields.filter(collects)) fill[field.id] = yield* askField(field, page)
    return fill
  })
