/** BuildUri: a URI of a scheme, a host, a path and a query. */
import { anyClaims, claim, defineTransformation, output, resolveExpressions, text } from '../../contract/index.ts'
import { formatValue } from '../../convert/formatValue.ts'

/** A path keeps `:`, `@` and `/`; a space is `%20`. */
const encodePath = (path: string): string => encodeURI(path.toWellFormed()).replace(/[?#]/g, encodeURIComponent)

const queryName = (slot: string): string => slot.replace(/^query\./i, '')

/** Source: claims-transformations 9; the query is form-encoded, claims before parameters. */
export const BuildUri = defineTransformation({
  method: 'BuildUri',
  family: 'string',
  summary: 'A URI of a scheme, a host, a path and a query.',
  remarks: [
    'A claim or parameter named query.{name} gives the query a parameter of that name.',
    'Claims come before parameters; a claim without a value is left out. Parameters may hold {AuthenticatorIssuer}.'
  ],
  inputs: [claim('path', 'string'), anyClaims('query.{name}', 'string')],
  parameters: { scheme: text('Such as https or otpauth.'), host: text('The host.') },
  otherParameters: { dataTypes: ['string'], summary: 'query.{name}: a parameter of the query.' },
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#builduri',
  example: {
    inputs: { path: 'Contoso demo:emily@fabrikam.com', 'query.secret': 'fay2lj7ynpntjgqa' },
    parameters: { scheme: 'otpauth', host: 'totp', 'query.issuer': 'Contoso demo' },
    outputs: {
      outputClaim: 'otpauth://totp/Contoso%20demo:emily@fabrikam.com?secret=fay2lj7ynpntjgqa&issuer=Contoso+demo'
    }
  },
  transform: ({ environment, otherParameters, parameters: { host, scheme } }) => {
    const constants = otherParameters.map(
      ({ name, value }) => [queryName(name), resolveExpressions(formatValue(value), environment.expressions)] as const
    )
    return (path, claims) => {
      const query = new URLSearchParams()
      for (const { name, value } of claims) if (value !== undefined) query.append(queryName(name), formatValue(value))
      for (const [name, value] of constants) query.append(name, value)
      const suffix = query.size === 0 ? '' : `?${query.toString()}`
      return [`${scheme}://${host}/${encodePath(path.replace(/^\//, ''))}${suffix}`]
    }
  }
})
