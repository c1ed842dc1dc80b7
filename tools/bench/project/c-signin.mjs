/**
 * Trustframe in the suite signin, once it serves:
 *
 *     import { served } from '../entries/c/signin.mjs'
 *     export const project = served('Trustframe, SignUpOrSignin', FILE, [], { discovery: '/TENANT/POLICY/v2.0/.well-known/openid-configuration' })
 *
 * The server program calls `announce({ origin })` of `lib/statsChannel.mjs` when it listens on 127.0.0.1. The browser in
 * `lib/flow.mjs` understands plain HTML forms and B2C's contract of pages: `var SETTINGS` in the page, POST to SelfAsserted
 * with X-CSRF-TOKEN, GET of `api/NAME/confirmed`.
 */
export const project = undefined
