// PROJECT SLOTS, suites c-sign and c-http.
//
//   export const projectSign = { name: "Trustframe issue ID token", async setup() {}, run() { /* Promise of a JWT */ } };
//   export const projectHttp = httpServer("Trustframe discovery", "<server program>", [], "/<tenant>/<policy>/v2.0/.well-known/openid-configuration");
//     with: import { httpServer } from "../entries/c/http.mjs"; the server program calls announce({ origin }).
export const projectSign = undefined
export const projectHttp = undefined
