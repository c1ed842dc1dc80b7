/**
 * .NET composite format strings, as `String.Format` reads them:
 * https://learn.microsoft.com/dotnet/standard/base-types/composite-formatting.
 */

/** A format string that `String.Format` would refuse. */
export class FormatProblem {
  readonly _tag = 'FormatProblem'
  readonly format: string
  readonly reason: string

  constructor(format: string, reason: string) {
    this.format = format
    this.reason = reason
  }

  /** In words, for people. */
  get message(): string {
    return `The format string "${this.format}" is not valid: ${this.reason}`
  }
}

interface Placeholder {
  readonly index: number
  /** The least width; negative pads on the right. */
  readonly alignment: number
}

/** A compiled format string. */
export interface CompositeFormat {
  /** Puts texts in place of the placeholders; a missing one is empty text. */
  readonly apply: (values: ReadonlyArray<string | undefined>) => string
  /** The number of arguments that it refers to. */
  readonly arity: number
}

/** `{index[,alignment][:format]}`; the format of a text is ignored, as in .NET. */
const placeholderForm = /\{(\d{1,7}) *(?:, *(-?\d{1,5}) *)?(?::[^{}]*)?\}/y

const aligned = (text: string, alignment: number): string =>
  alignment < 0 ? text.padEnd(-alignment) : text.padStart(alignment)

const splitFormat = (format: string): ReadonlyArray<string | Placeholder> | FormatProblem => {
  const parts: Array<string | Placeholder> = []
  let literal = ''
  for (let index = 0; index < format.length;) {
    const next = format.charAt(index)
    if (next !== '{' && next !== '}') {
      literal += next
      index++
    } else if (format.charAt(index + 1) === next) {
      literal += next
      index += 2
    } else {
      placeholderForm.lastIndex = index
      const found = placeholderForm.exec(format)
      if (found === null) {
        return new FormatProblem(
          format,
          next === '}'
            ? `the } at character ${index + 1} has no {; a literal one is written }}`
            : `the { at character ${index + 1} begins no placeholder such as {0}; a literal one is written {{`
        )
      }
      const [whole, position, alignment = '0'] = found
      parts.push(literal, { index: Number(position), alignment: Number(alignment) })
      literal = ''
      index += whole.length
    }
  }
  return [...parts, literal].filter((part) => part !== '')
}

/**
 * Compiles a format string.
 *
 * @example
 * const format = compileFormat('{0}@contoso.com')
 * if (!(format instanceof FormatProblem)) format.apply(['emily']) // emily@contoso.com
 */
export const compileFormat = (format: string): CompositeFormat | FormatProblem => {
  const parts = splitFormat(format)
  if (parts instanceof FormatProblem) return parts
  const arity = parts.reduce((most, part) => (typeof part === 'string' ? most : Math.max(most, part.index + 1)), 0)
  return {
    arity,
    apply: (values) => {
      let text = ''
      for (const part of parts) {
        if (typeof part === 'string') text += part
        else {
          const value = values[part.index] ?? ''
          text += part.alignment === 0 ? value : aligned(value, part.alignment)
        }
      }
      return text
    }
  }
}
