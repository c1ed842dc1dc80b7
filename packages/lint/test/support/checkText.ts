/** Checks policies that are given as text. */
import { type Diagnostic, parsePolicy, resolvePolicies, type Settings } from '@trustframe/policy'
import { type CheckOptions, checkPolicies } from '../../src/index.ts'
import { baseText } from './base.ts'
import { compose } from './compose.ts'

/** Fragments of a policy that derives from the base; or whole files by their paths. */
export type Given = string | Readonly<Record<string, string>>

/** The files of what is given: the base is among them unless a file of another policy is the base of all. */
export const filesOf = (given: Given): ReadonlyArray<{ readonly path: string; readonly text: string }> =>
  typeof given === 'string'
    ? [
        { path: 'Base.xml', text: baseText },
        { path: 'Given.xml', text: compose(given) }
      ]
    : Object.entries(given).map(([path, text]) => ({ path, text }))

/** Everything that is found in what is given. */
export const check = (given: Given, options: CheckOptions = {}, settings?: Settings): ReadonlyArray<Diagnostic> =>
  checkPolicies(
    resolvePolicies(
      filesOf(given).map((file) => parsePolicy({ ...file, ...(settings === undefined ? {} : { settings }) }))
    ),
    options
  )
