/** What of a token response the journey gets. */
import type { JsonObject } from '@trustframe/claims'
import { textOf } from './endpointAnswer.ts'

/** Members that carry a credential or describe one: no claims of a person. */
const ofTheProtocol: ReadonlySet<string> = new Set([
  'access_token',
  'expires_in',
  'id_token',
  'oauth_token',
  'oauth_token_secret',
  'refresh_token',
  'scope',
  'token_type'
])

/** For `{oauth2:access_token}` and the like: every member that is a text, a number or a boolean. */
export const tokensOf = (members: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => {
      const text = textOf(value)
      return text === undefined ? [] : [[name, text]]
    })
  )

/** What a token endpoint tells besides, such as `openid` of WeChat and `user_id` of X. */
export const claimsBesideTokens = (members: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(members).filter(([name]) => !ofTheProtocol.has(name)))
