/** What a person reads on a page before being asked: messages, errors, texts, the QR code. */
import type { ControlModel, FieldModel, PageModel } from '@trustframe/core'
import { controlsOf, fieldsOf } from '@trustframe/testing'
import { renderUnicodeCompact } from 'uqr'
import type { Style } from '../../output/style.ts'

const indent = '      '

const textLines = (text: string): ReadonlyArray<string> => text.split(/\r?\n/).filter((line) => line !== '')

const errorLine = ({ error, label }: FieldModel, style: Style): ReadonlyArray<string> =>
  error === undefined
    ? []
    : textLines(error).map((line, index) => `${indent}${style.red(index === 0 ? `${label}: ${line}` : line)}`)

/** What is wrong with the fields of a page that is shown again. */
export const errorLines = (page: PageModel, style: Style): ReadonlyArray<string> =>
  fieldsOf(page).flatMap((field) => errorLine(field, style))

/** What the field shows and nobody changes. */
const fixedLine = ({ inputType, label, value, verification }: FieldModel): ReadonlyArray<string> => {
  const fixed = inputType === 'Paragraph' || inputType === 'Readonly' || verification === 'verified'
  return fixed && value !== undefined && value !== '' ? [`${indent}${label}: ${value}`] : []
}

/** The QR code that an authenticator app scans, and the address in it for apps that cannot. */
const qrLines = ({ fields, type }: ControlModel): ReadonlyArray<string> => {
  if (type !== 'QrCodeControl') return []
  const content = fields.find(({ controlClaimType }) => controlClaimType?.toLowerCase() === 'qrcodecontent')?.value
  return content === undefined
    ? []
    : [...renderUnicodeCompact(content, { border: 1 }).split('\n'), content].map((line) => `${indent}${line}`)
}

/** Lines, indented below the line of the page. */
export const shownLines = (page: PageModel, style: Style): ReadonlyArray<string> => {
  const controls = controlsOf(page)
  const fields = fieldsOf(page).filter(({ controlClaimType }) => controlClaimType?.toLowerCase() !== 'qrcodecontent')
  const messages = [page.message, ...controls.map(({ message }) => message)].flatMap((message) =>
    message === undefined || fields.some(({ error }) => error === message.text) ? [] : textLines(message.text)
  )
  return [
    ...messages.map((line) => `${indent}${style.red(line)}`),
    ...errorLines(page, style),
    ...fields.flatMap(fixedLine),
    ...controls.flatMap(qrLines),
    ...(page.kind === 'PhoneFactor' ? page.numbers.map((number) => `${indent}${number}`) : [])
  ]
}
