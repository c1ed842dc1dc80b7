/** The types of attribute values and element texts: what they allow, and in which words to say so. */

/** A type of values. */
export interface ValueType {
  readonly kind: 'text' | 'enumeration' | 'boolean' | 'int' | 'pattern'
  /** What is expected, as in "expected …". */
  readonly expected: string
  /** Of an enumeration. */
  readonly values: ReadonlyArray<string>
  /** Whether a value is allowed; white space counts except in booleans and numbers. */
  readonly accepts: (value: string) => boolean
}

const type = (
  kind: ValueType['kind'],
  expected: string,
  accepts: (value: string) => boolean,
  values: ReadonlyArray<string> = []
): ValueType => ({ kind, expected, values, accepts })

const quoted = (values: ReadonlyArray<string>): string => values.map((value) => `"${value}"`).join(', ')

/** Any text. */
export const anyText = type('text', 'text', () => true)

/** One of the values, in exactly that case. */
export const oneOf = (...values: ReadonlyArray<string>): ValueType => {
  const known: ReadonlySet<string> = new Set(values)
  return type(
    'enumeration',
    values.length === 1 ? quoted(values) : `one of ${quoted(values)}`,
    (v) => known.has(v),
    values
  )
}

const booleans: ReadonlySet<string> = new Set(['true', 'false', '1', '0'])

/** `xs:boolean`. */
export const boolean = type('boolean', '"true" or "false"', (value) => booleans.has(collapse(value)), ['true', 'false'])

/** `xs:int`: 32 bits. */
export const int = type('int', 'a whole number', (value) => {
  const written = collapse(value)
  return /^[+-]?[0-9]+$/.test(written) && Math.abs(Number(written) + 0.5) < 2147483648
})

/** `xs:integer`: of any size. */
export const integer = type('int', 'a whole number', (value) => /^[+-]?[0-9]+$/.test(collapse(value)))

/** Text of a form; `pattern` is anchored. */
export const matching = (pattern: RegExp, expected: string): ValueType =>
  type('pattern', expected, (value) => pattern.test(value))

/** Text of at least one character and at most `longest`. */
export const nonEmpty = (longest: number): ValueType =>
  type('pattern', `1 to ${longest} characters`, (value) => value.length > 0 && value.length <= longest)

/** `xs:anyURI`: as lenient as the schema's. */
export const uri = type('pattern', 'a URI', (value) => !/%(?![0-9a-fA-F]{2})|#.*#/.test(value))

/** White space as `xs:boolean` and the numbers see it. */
const collapse = (value: string): string => value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
