/** Every predicate method. */
import { IncludesCharacters } from './IncludesCharacters.ts'
import { IsDateRange } from './IsDateRange.ts'
import { IsLengthRange } from './IsLengthRange.ts'
import { MatchesRegex } from './MatchesRegex.ts'
import type { PredicateMethod } from './PredicateMethod.ts'

/** The predicate methods by name. */
export const predicateMethods: ReadonlyMap<string, PredicateMethod> = new Map(
  [IsLengthRange, MatchesRegex, IncludesCharacters, IsDateRange].map((method) => [method.contract.method, method])
)
