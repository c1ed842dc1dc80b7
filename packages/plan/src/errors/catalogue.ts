/** The catalogue of AADB2C errors: message, meaning, usual causes, and what to do. */
import { aadb2cMessages, type Aadb2cCode } from './aadb2c.ts'
import type { Aadb2cExplanation } from './Aadb2cExplanation.ts'
import { exchanges } from './explanations/exchanges.ts'
import { pages } from './explanations/pages.ts'
import { policies } from './explanations/policies.ts'
import { requests } from './explanations/requests.ts'
import { service } from './explanations/service.ts'
import { tokens } from './explanations/tokens.ts'

const explanations: Readonly<Record<Aadb2cCode, Aadb2cExplanation>> = {
  ...requests,
  ...policies,
  ...exchanges,
  ...pages,
  ...tokens,
  ...service
}

/** An error of the catalogue. */
export interface Aadb2cError extends Aadb2cExplanation {
  readonly code: Aadb2cCode
  /** B2C's words; `{0}`, `{1}`, … are arguments. */
  readonly message: string
}

const isCode = (code: string): code is Aadb2cCode => Object.hasOwn(aadb2cMessages, code)

/** Every code, in ascending order. */
export const aadb2cCodes: ReadonlyArray<Aadb2cCode> = Object.keys(aadb2cMessages).filter(isCode)

/**
 * The error of a code, written `AADB2C90075` or `90075`; nothing for codes that nobody has documented.
 *
 * @example
 * explainAadb2c('AADB2C90075')?.remedy
 */
export const explainAadb2c = (code: string): Aadb2cError | undefined => {
  const digits = /^(?:AADB2C:?)?\s*(\d{5})$/i.exec(code.trim())?.[1]
  const known = `AADB2C${digits ?? ''}`
  return isCode(known) ? { code: known, message: aadb2cMessages[known], ...explanations[known] } : undefined
}
