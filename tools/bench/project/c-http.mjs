/**
 * Trustframe in the suite http, once it serves:
 *
 *     import { httpServer } from '../entries/c/http.mjs'
 *     export const project = httpServer('Trustframe, discovery document', FILE, [], '/TENANT/POLICY/v2.0/.well-known/openid-configuration')
 *
 * The server program calls `announce({ origin })` of `lib/statsChannel.mjs` when it listens.
 */
export const project = undefined
