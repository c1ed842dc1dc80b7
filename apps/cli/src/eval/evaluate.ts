/** Runs one claims transformation over claims that were given by name. */
import {
  type Ambient,
  type ClaimsBag,
  type ClaimTable,
  type ClaimValue,
  ConversionFailure,
  parseValue,
  type RunTransformation,
  type TransformationFailure
} from '@trustframe/claims'
import { suggest } from '@trustframe/policy'

/** What became of it. */
export type Evaluation =
  | { readonly _tag: 'Evaluated'; readonly changed: ReadonlyMap<string, ClaimValue | undefined> }
  | { readonly _tag: 'Failed'; readonly failure: TransformationFailure }
  | { readonly _tag: 'Unusable'; readonly message: string; readonly help: string }

/** Collections are given as their elements, separated by commas. */
const read = (dataType: string, text: string): ReadonlyArray<string> | undefined =>
  dataType === 'stringCollection' ? (text === '' ? [] : text.split(',')) : undefined

/** Fills a bag with `given`, runs, and answers which claims have another value afterwards. */
export const evaluate = (
  claims: ClaimTable,
  run: RunTransformation,
  given: ReadonlyArray<readonly [string, string]>,
  ambient: Ambient
): Evaluation => {
  const bag: ClaimsBag = claims.emptyBag()
  for (const [name, text] of given) {
    const claim = claims.find(name)
    if (claim === undefined) {
      const names = claims.slots.map(({ id }) => id)
      const near = suggest(name, names)
      return {
        _tag: 'Unusable',
        message: `there is no claim "${name}"`,
        help: near === undefined ? `there are ${names.join(', ')}` : `did you mean "${near}"?`
      }
    }
    const value = read(claim.dataType, text) ?? parseValue(claim.dataType, text)
    if (value instanceof ConversionFailure) {
      return {
        _tag: 'Unusable',
        message: `the value of claim "${claim.id}" is no ${claim.dataType}: ${value.reason}`,
        help: `give it as ${claim.dataType}`
      }
    }
    bag[claim.slot] = value
  }
  const before = [...bag]
  const failure = run(bag, ambient)
  if (failure !== undefined) return { _tag: 'Failed', failure }
  return {
    _tag: 'Evaluated',
    changed: new Map(
      claims.slots.flatMap(({ id, slot }) => (bag[slot] === before[slot] ? [] : [[id, bag[slot]] as const]))
    )
  }
}
