/** How suites list their entries. */
import { fileURLToPath } from 'node:url'

const isOurs = (name) => name.startsWith('project')

/**
 * The entries that a file exports under these names; `extra` ones run with `--full`, or when they are asked for. `file` is
 * relative to this tool.
 */
export const entriesOf = (file, { baseline, extra = [], names = [] }) => {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url))
  return [...names, ...extra].map((name) => ({
    id: name,
    file: path,
    export: name,
    baseline: name === baseline,
    extra: extra.includes(name)
  }))
}

/** Trustframe's own entries: whatever the file in `project/` exports under a name that starts with `project`. */
export const projectEntries = async (file) =>
  entriesOf(file, {
    names: Object.entries(await import(new URL(`../${file}`, import.meta.url).href))
      .filter(([name, entry]) => isOurs(name) && entry !== undefined)
      .map(([name]) => name)
  })

/** How many rounds, by how much effort is wanted. */
export const rounds = ({ effort, rounds: wanted }, quick, usual, full) => wanted ?? { quick, usual, full }[effort]

/** One of three values by effort. */
export const byEffort = ({ effort }, quick, usual, full) => ({ quick, usual, full })[effort]
