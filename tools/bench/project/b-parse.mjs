// PROJECT SLOT, suite B (parse, and parse + load).
//
//   export const project = {          // parsing alone: XML text -> the project's tree
//     name: "Trustframe parse", sync: true,
//     async setup(ctx) {},
//     parse(doc) { /* doc = { path, bytes, text } ; return the tree */ },
//     run(input) { /* input.docs ; return the number of parsed documents */ },
//   };
//   export const projectLoad = {      // the 4-file chain: parse + merge inheritance + compile the plan
//     name: "Trustframe load", sync: true, run(input) { ... return input.docs.length; }
//   };
export const project = undefined
export const projectLoad = undefined
