/** IncludesCharacters: whether a text has a character of a set. */
import { formatValue } from '../convert/formatValue.ts'
import { PredicateFault, type PredicateMethod } from './PredicateMethod.ts'

/** A range of UTF-16 units. */
type UnitRange = readonly [from: number, to: number]

const parameter = 'CharacterSet'

/** A unit of the set; only `\\` and `\-` are escapes. */
const tokenForm = /\\[\\-]|[^\\]/gs

const unitOf = (token: string): number => token.charCodeAt(token.length - 1)

/** `a-z0-9@\-`: units, and ranges of units (claims-schema 8.1). */
const parseCharacterSet = (text: string): ReadonlyArray<UnitRange> | PredicateFault => {
  const tokens = text.match(tokenForm) ?? []
  if (tokens.join('') !== text) {
    return new PredicateFault(parameter, `is "${text}"; of escapes it may have \\\\ and \\- only`)
  }
  const ranges: Array<UnitRange> = []
  for (let index = 0; index < tokens.length; index++) {
    const [token = '', dash, end] = tokens.slice(index, index + 3)
    const from = unitOf(token)
    if (dash !== '-' || end === undefined) {
      ranges.push([from, from])
      continue
    }
    const to = unitOf(end)
    if (from > to)
      return new PredicateFault(parameter, `has the range ${token}-${end} with its ends in the wrong order`)
    ranges.push([from, to])
    index += 2
  }
  return ranges
}

/** Source: claims-schema 8.1. */
export const IncludesCharacters: PredicateMethod = {
  contract: {
    method: 'IncludesCharacters',
    summary: 'Whether a text has at least one character of a set.',
    dataTypes: ['string'],
    parameters: { CharacterSet: 'Characters and ranges such as a-z; a backslash is \\\\, a dash \\-.' },
    source: 'https://learn.microsoft.com/azure/active-directory-b2c/predicates#includescharacters'
  },
  compile: (read) => {
    const ranges = parseCharacterSet(read(parameter))
    if (ranges instanceof PredicateFault) return ranges
    return (value) => {
      const text = formatValue(value)
      for (let index = 0; index < text.length; index++) {
        const unit = text.charCodeAt(index)
        if (ranges.some(([from, to]) => unit >= from && unit <= to)) return true
      }
      return false
    }
  }
}
