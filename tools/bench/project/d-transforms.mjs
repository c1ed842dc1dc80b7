// PROJECT SLOT, suite D. Compile POLICY_TRANSFORMS (lib/transforms.mjs) with the project's own
// compiler in setup(), run all ten on a fresh bag in run(), and check the bag with wrong().
//
//   export const project = { name, sync: true, opsPerRun: 10, setup() {}, run() { return bag; } };
export const project = undefined
