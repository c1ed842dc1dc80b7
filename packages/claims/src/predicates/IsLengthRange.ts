/** IsLengthRange: whether a text has a length between two bounds. */
import { formatValue } from '../convert/formatValue.ts'
import { parseInt32 } from '../convert/parseValue.ts'
import { PredicateFault, type PredicateMethod } from './PredicateMethod.ts'

const bound = (parameter: string, text: string): number | PredicateFault =>
  parseInt32(text) ?? new PredicateFault(parameter, `is "${text}"; expected an integer`)

/** Source: claims-schema 8.1; both bounds are inclusive and count UTF-16 units. */
export const IsLengthRange: PredicateMethod = {
  contract: {
    method: 'IsLengthRange',
    summary: 'Whether a text has at least and at most so many characters.',
    dataTypes: ['string'],
    parameters: { Minimum: 'The least number of characters.', Maximum: 'The greatest number of characters.' },
    source: 'https://learn.microsoft.com/azure/active-directory-b2c/predicates#islengthrange'
  },
  compile: (parameter) => {
    const minimum = bound('Minimum', parameter('Minimum'))
    if (minimum instanceof PredicateFault) return minimum
    const maximum = bound('Maximum', parameter('Maximum'))
    if (maximum instanceof PredicateFault) return maximum
    if (minimum > maximum)
      return new PredicateFault('Minimum', `is ${minimum}, which is more than the Maximum ${maximum}`)
    return (value) => {
      const { length } = formatValue(value)
      return minimum <= length && length <= maximum
    }
  }
}
