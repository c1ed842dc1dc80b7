// PROJECT SLOT, suite A (outbound REST claims exchange).
// Replace `undefined` by the project's entry. It must have the same interface as every peer:
//
//   export const project = {
//     name: "Trustframe REST technical profile",
//     async setup(ctx) { /* ctx = { url, claims } ; compile the policy once, open the agent */ },
//     async run(input) { /* input = { claims } ; do ONE exchange, return the parsed JSON document */ },
//     async teardown() {},
//   };
//
// `run` must encode the claims as a form, POST them to ctx.url with time limit, retry and circuit
// breaker switched on, and return the answer; the harness compares it with the expected document.
export const project = undefined
