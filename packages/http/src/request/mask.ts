/** What of a URL may be shown: credentials in its query and userinfo are hidden. */

/** Stands for a value that must not be shown. */
export const masked = '***'

/** Names of query parameters that usually carry a credential, `code` being the key of an Azure Function. */
const credentialName =
  /^(code|sig|signature|key|api[-_]?key|apikey|subscription[-_]key|token|id[-_]?token|access[-_]?token|refresh[-_]?token|secret|client[-_]?secret|client[-_]?assertion|assertion|password|passwd|pwd|authorization|auth|x-functions-key)$/i

const maskPair = (pair: string): string => {
  const end = pair.indexOf('=')
  return end > 0 && end < pair.length - 1 && credentialName.test(pair.slice(0, end))
    ? `${pair.slice(0, end)}=${masked}`
    : pair
}

/** Path and query with the values of parameters that look like credentials masked. */
export const maskPath = (path: string): string => {
  const query = path.indexOf('?')
  if (query === -1) return path
  return `${path.slice(0, query)}?${path
    .slice(query + 1)
    .split('&')
    .map(maskPair)
    .join('&')}`
}

/** A URL as a policy writes it, for messages and spans: userinfo and values that look like credentials are masked. */
export const maskUrl = (text: string): string => maskPath(text.replace(/\/\/[^/?#@]*@/, `//${masked}@`))
