/** A page in lines of text: its message, its fields, what can be chosen. */
import type { FieldModel, PageModel } from '@trustframe/core'
import { choicesOf, controlsOf, fieldsOf } from '@trustframe/testing'
import type { Style } from '../output/style.ts'

const fieldLine = (
  { error, help, id, inputType, label, options, required, verification }: FieldModel,
  style: Style
) => {
  const notes = [
    inputType,
    ...(required ? ['required'] : []),
    ...(verification === 'none' ? [] : [`verification ${verification}`]),
    ...(options.length === 0 ? [] : [`one of ${options.map(({ value }) => value).join(', ')}`]),
    ...(help === undefined || help === '' ? [] : [help])
  ]
  const wrong = error === undefined ? '' : `  ${style.red(error)}`
  return `        ${id} ${style.dim(`"${label}" (${notes.join('; ')})`)}${wrong}`
}

/** What a person would see, indented below the line of the page. */
export const pageLines = (page: PageModel, style: Style): ReadonlyArray<string> => [
  ...(page.message === undefined ? [] : [`      ${style.red(page.message.text)}`]),
  ...controlsOf(page).flatMap(({ message }) => (message === undefined ? [] : [`      ${style.red(message.text)}`])),
  ...fieldsOf(page).map((field) => fieldLine(field, style)),
  ...controlsOf(page).map(({ actions, id }) => `        ${id} ${style.dim(`(buttons ${actions.join(', ')})`)}`),
  ...choicesOf(page).map(({ exchange, label }) => `        ${exchange} ${style.dim(`"${label}" (choice)`)}`),
  ...(page.kind === 'PhoneFactor'
    ? [`        phone ${style.dim(`(${[...page.numbers, ...(page.canEnterNumber ? ['a number'] : [])].join(', ')})`)}`]
    : [])
]
