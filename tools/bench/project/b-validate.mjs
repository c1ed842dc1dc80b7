// PROJECT SLOT, suite b-validate: the project's own check of the 4-file chain (structure and references).
//
//   export const project = { name, sync: true, setup() {}, run(input) { /* input.docs ; return number of checked documents */ } };
export const project = undefined
