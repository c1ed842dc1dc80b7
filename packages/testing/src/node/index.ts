/** Projects on disk, for tests that run on Node. */
export { type ProjectOptions, readProject } from './readProject.ts'
