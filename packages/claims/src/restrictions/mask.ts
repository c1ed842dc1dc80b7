/** Masks: how a page shows a claim without revealing it (claims-schema 5). */
import { compileRegex, RegexProblem, RegexTooCostly } from '../regex/index.ts'

/** A Mask element as data. */
export interface MaskDeclaration {
  readonly type: 'Simple' | 'Regex'
  /** The element's text. */
  readonly text: string
  readonly regex?: string | undefined
}

/** Why a mask cannot be used. */
export class MaskProblem {
  readonly _tag = 'MaskProblem'
  readonly kind: 'MissingRegex' | 'InvalidRegex' | 'UnsupportedRegex'
  readonly message: string

  constructor(kind: MaskProblem['kind'], message: string) {
    this.kind = kind
    this.message = message
  }
}

/** Shows a value; the claim itself is unchanged. */
export type Mask = (value: string) => string

/** As many characters of the mask as the value has, and the rest of the value: nothing more is revealed than the mask intends. */
const simpleMask =
  (text: string): Mask =>
  (value) =>
    text.slice(0, value.length) + value.slice(text.length)

/**
 * Compiles a mask. A `Simple` one takes the place of the same number of leading characters; a `Regex` one replaces every match by
 * its text.
 *
 * @example
 * const mask = compileMask({ type: 'Simple', text: 'XXX-XXX-' })
 * if (!(mask instanceof MaskProblem)) mask('324-232-4343') // XXX-XXX-4343
 */
export const compileMask = (mask: MaskDeclaration): Mask | MaskProblem => {
  if (mask.type === 'Simple') return simpleMask(mask.text)
  if (mask.regex === undefined) {
    return new MaskProblem(
      'MissingRegex',
      'A Mask of Type "Regex" needs the attribute Regex with a regular expression.'
    )
  }
  const regex = compileRegex(mask.regex)
  if (regex instanceof RegexProblem) {
    return new MaskProblem(regex.unsupported ? 'UnsupportedRegex' : 'InvalidRegex', regex.message)
  }
  return (value) => {
    const masked = regex.replace(value, mask.text)
    return masked instanceof RegexTooCostly ? '*'.repeat(value.length) : masked
  }
}
