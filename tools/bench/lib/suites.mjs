/** The suites and their names. */
import { fileURLToPath } from 'node:url'
import { UsageError } from './UsageError.mjs'

const ids = [
  'a-outbound',
  'a-guard',
  'b-parse',
  'b-validate',
  'b-memory',
  'c-sign',
  'c-http',
  'c-signin',
  'd-transforms',
  'd-journey',
  'd-local',
  'd-open',
  'e-startup'
]

const shortName = (id) => id.slice(id.indexOf('-') + 1)

/** The names that a suite answers to, apart from its id and the letter of its group. */
export const suiteNames = ids.map(shortName)

/** The ids that names stand for: an id, a short name, the letter of a group, or `all`. */
export const findSuites = (names) =>
  names.flatMap((name) => {
    const found =
      name === 'all' ? ids : ids.filter((id) => id === name || shortName(id) === name || id.startsWith(`${name}-`))
    if (found.length === 0) {
      throw new UsageError(`there is no suite "${name}"; there are ${suiteNames.join(', ')}, and all`)
    }
    return found
  })

/** The file of a suite. */
export const suiteFile = (id) => fileURLToPath(new URL(`../suites/${id}.mjs`, import.meta.url))
