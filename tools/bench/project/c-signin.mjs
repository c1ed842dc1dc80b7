// PROJECT SLOT, suite C (whole sign-in: discovery, authorize with PKCE, login, code, token).
//
//   import { served } from "../entries/c/signin.mjs";
//   export const project = served("Trustframe, SignUpOrSignin", fileURLToPath(new URL("./c-server.mjs", import.meta.url)), [], {
//     discovery: "/<tenant>/<policy>/v2.0/.well-known/openid-configuration",
//     // further options of signIn() in lib/flow.mjs: fields, clientId, redirectUri, scope, extra
//   });
//
// The server program must listen on 127.0.0.1 and call announce({ origin }) from lib/stats-channel.mjs.
// The driver in lib/flow.mjs understands plain HTML forms and the B2C page contract (var SETTINGS in
// the page, POST .../SelfAsserted with X-CSRF-TOKEN, GET .../api/<api>/confirmed). If the project's
// pages differ, give an entry with setup / run / remoteCpu / teardown as in entries/c/signin.mjs.
export const project = undefined
