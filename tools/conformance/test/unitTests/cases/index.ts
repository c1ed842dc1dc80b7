/** The cases of all unit test policies. */
import type { PolicyCases } from '../PolicyCase.ts'
import { boolean } from './boolean.ts'
import { claims } from './claims.ts'
import { date } from './date.ts'
import { general } from './general.ts'
import { integer } from './integer.ts'
import { json } from './json.ts'
import { phone } from './phone.ts'
import { predicates } from './predicates.ts'
import { resolvers } from './resolvers.ts'
import { social } from './social.ts'
import { string } from './string.ts'
import { stringCollection } from './stringCollection.ts'
import { stringComparison } from './stringComparison.ts'
import { stringLocalization } from './stringLocalization.ts'

export const table: ReadonlyArray<PolicyCases> = [
  ...boolean,
  ...date,
  ...general,
  ...integer,
  ...json,
  ...phone,
  ...social,
  ...string,
  ...stringComparison,
  ...stringLocalization,
  ...stringCollection,
  ...claims,
  ...predicates,
  ...resolvers
]
