/** A page in lines of text: its message, its fields, what can be chosen. */
import type { ControlModel, FieldModel, PageModel } from '@trustframe/core'
import { choicesOf, controlsOf, fieldsOf } from '@trustframe/testing'
import type { Style } from '../output/style.ts'

const fieldLine = (
  { error, help, id, inputType, label, options, required, secret, value, verification }: FieldModel,
  style: Style
) => {
  const notes = [
    inputType,
    ...(required ? ['required'] : []),
    ...(verification === 'none' ? [] : [`verification ${verification}`]),
    ...(options.length === 0 ? [] : [`one of ${options.map((option) => option.value).join(', ')}`]),
    ...(help === undefined || help === '' ? [] : [help])
  ]
  const wrong = error === undefined ? '' : `  ${style.red(error)}`
  const held = value === undefined || value === '' || secret ? '' : ` = ${value}`
  return `        ${id}${held} ${style.dim(`"${label}" (${notes.join('; ')})`)}${wrong}`
}

const controlStates = { initial: '', codeSent: 'a code was sent; ', verified: 'verified; ' } as const

const controlLine =
  (style: Style) =>
  ({ actions, id, state }: ControlModel): string => {
    const buttons = actions.length === 0 ? 'no buttons' : `buttons ${actions.join(', ')}`
    return `        ${id} ${style.dim(`(display control; ${controlStates[state]}${buttons})`)}`
  }

/** What a person would see, indented below the line of the page. */
export const pageLines = (page: PageModel, style: Style): ReadonlyArray<string> => [
  ...(page.message === undefined ? [] : [`      ${style.red(page.message.text)}`]),
  ...controlsOf(page).flatMap(({ message }) => (message === undefined ? [] : [`      ${style.red(message.text)}`])),
  ...fieldsOf(page).map((field) => fieldLine(field, style)),
  ...controlsOf(page).map(controlLine(style)),
  ...choicesOf(page).map(({ exchange, label }) => `        ${exchange} ${style.dim(`"${label}" (choice)`)}`),
  ...(page.kind === 'PhoneFactor'
    ? [`        phone ${style.dim(`(${[...page.numbers, ...(page.canEnterNumber ? ['a number'] : [])].join(', ')})`)}`]
    : [])
]
