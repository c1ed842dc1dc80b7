/** MatchesRegex: whether a text matches a regular expression. */
import { formatValue } from '../convert/formatValue.ts'
import { compileRegex, RegexProblem } from '../regex/index.ts'
import { PredicateFault, type PredicateMethod } from './PredicateMethod.ts'

/** Source: claims-schema 8.1; the expression may match anywhere, and empty text is tested too. */
export const MatchesRegex: PredicateMethod = {
  contract: {
    method: 'MatchesRegex',
    summary: 'Whether a text matches a regular expression, anywhere in it.',
    dataTypes: ['string'],
    parameters: { RegularExpression: 'The .NET regular expression; ^…$ for the whole text.' },
    source: 'https://learn.microsoft.com/azure/active-directory-b2c/predicates#matchesregex'
  },
  compile: (parameter) => {
    const regex = compileRegex(parameter('RegularExpression'))
    return regex instanceof RegexProblem
      ? new PredicateFault('RegularExpression', `cannot be used. ${regex.message}`, regex.unsupported)
      : (value) => regex.test(formatValue(value))
  }
}
