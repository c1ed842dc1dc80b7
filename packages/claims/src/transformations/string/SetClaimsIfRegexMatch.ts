/** SetClaimsIfRegexMatch: whether a text matches a regular expression, and what its groups found. */
import {
  anyOutputs,
  claim,
  defineTransformation,
  fail,
  flagOr,
  optionalOutput,
  optionalText,
  pattern
} from '../../contract/index.ts'
import { RegexTooCostly } from '../../regex/index.ts'

const tooCostly = fail('the regular expression takes too long on this text; make its repetitions less ambiguous')

/** Source: claims-transformations 9. */
export const SetClaimsIfRegexMatch = defineTransformation({
  method: 'SetClaimsIfRegexMatch',
  family: 'string',
  summary: 'Whether a text matches a regular expression; on request, what its named groups found.',
  remarks: [
    'The expression is one of .NET: it may match anywhere in the text, and case matters unless it says (?i).',
    'Without a match the output claim loses its value; the claims of the groups stay as they are.',
    'With extractGroups, an output claim that has the name of a group gets what the group found.'
  ],
  inputs: [claim('claimToMatch', 'string')],
  parameters: {
    matchTo: pattern('The regular expression.'),
    outputClaimIfMatched: optionalText('The text of the output claim when there is a match.'),
    extractGroups: flagOr(false, 'Whether claims are made of the named groups.')
  },
  outputs: [
    optionalOutput('outputClaim', 'string'),
    optionalOutput('regexCompareResultClaim', 'boolean'),
    anyOutputs('{group}', 'string')
  ],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#setclaimsifregexmatch',
  example: {
    inputs: { claimToMatch: 'emily@contoso.com' },
    parameters: { matchTo: '(?<mailAlias>.*)@(.*)$', outputClaimIfMatched: 'isEmail', extractGroups: 'true' },
    outputs: { outputClaim: 'isEmail', regexCompareResultClaim: 'true', mailAlias: 'emily' }
  },
  transform: ({ otherOutputs, parameters: { extractGroups, matchTo, outputClaimIfMatched } }) => {
    const names = otherOutputs.map(({ name }) => name)
    const untouched = names.map(() => undefined)
    if (!extractGroups || names.length === 0) {
      return (text) => {
        const matches = matchTo.test(text)
        if (matches instanceof RegexTooCostly) return tooCostly
        return [matches ? outputClaimIfMatched : null, matches, untouched]
      }
    }
    return (text) => {
      const match = matchTo.match(text)
      if (match instanceof RegexTooCostly) return tooCostly
      if (match === undefined) return [null, false, untouched]
      return [outputClaimIfMatched, true, names.map((name) => match.groups.get(name))]
    }
  }
})
