/** Vectors of predicates, validations, patterns, masks and restrictions. */
import { ConversionFailure } from '../ClaimValue.ts'
import type { RestrictionItem } from '../contract/Environment.ts'
import { instantFromMillis, parseInstant } from '../convert/dates.ts'
import { formatValue } from '../convert/formatValue.ts'
import { isJsonArray, type Json, type JsonObject } from '../convert/json.ts'
import {
  type CompiledPredicate,
  compilePredicate,
  compilePredicateValidation,
  type PredicateValidation
} from '../predicates/index.ts'
import { compileRegex, RegexProblem } from '../regex/index.ts'
import { compileMask, MaskProblem, mergeBehaviors, mergeEnumerations, optionsIn } from '../restrictions/index.ts'
import { claimValue, dataTypeAt, equalJson, objectAt, objectsAt, textAt, textsAt } from './fields.ts'

/** What a vector gave, in the form of its `expect`. */
export type Outcome = { readonly actual: Json; readonly passed: boolean } | { readonly skipped: string }

const defaultNow = instantFromMillis(Date.UTC(2022, 0, 1))

/** The moment of a vector, in milliseconds since 1970. */
export const nowOf = (context: JsonObject): number =>
  (parseInstant(textAt(context, 'now') ?? '') ?? defaultNow).epochMilliseconds

const compare = (vector: JsonObject, actual: JsonObject): Outcome => {
  const expected = objectAt(vector, 'expect')
  const passed = Object.keys(expected).every((name) => equalJson(expected[name] ?? null, actual[name] ?? null))
  return { actual, passed }
}

const refused: JsonObject = { error: 'PolicyValidation' }

const predicateOf = (vector: JsonObject, id: string): ReturnType<typeof compilePredicate> =>
  compilePredicate({
    id,
    method: textAt(vector, 'method') ?? '',
    parameters: objectsAt(vector, 'parameters').map((parameter) => ({
      id: textAt(parameter, 'id') ?? '',
      value: textAt(parameter, 'value') ?? ''
    }))
  })

const claimOf = (vector: JsonObject): ReturnType<typeof claimValue> => {
  const claim = objectAt(vector, 'claim')
  return claimValue(claim, dataTypeAt(claim, 'type') ?? 'string')
}

/** The predicate validation of `groups` and `predicates`, in the form that vectors write them. */
export const validationOf = (id: string, source: JsonObject): PredicateValidation | undefined => {
  const predicates = new Map<string, CompiledPredicate>()
  for (const declaration of objectsAt(source, 'predicates')) {
    const compiled = predicateOf(declaration, textAt(declaration, 'id') ?? '')
    if (compiled._tag === 'RefusedPredicate') return undefined
    predicates.set(compiled.id, compiled)
  }
  const groups = objectsAt(source, 'groups').map((group) => ({
    id: textAt(group, 'id') ?? '',
    references: objectsAt(group, 'predicateReferences').map((references) => {
      const matchAtLeast = references['matchAtLeast']
      return {
        predicateIds: textsAt(references, 'ids'),
        matchAtLeast: typeof matchAtLeast === 'number' ? matchAtLeast : undefined
      }
    })
  }))
  return compilePredicateValidation({ id, groups }, predicates).validation
}

const itemsOf = (items: ReadonlyArray<JsonObject>): ReadonlyArray<RestrictionItem> =>
  items.map((item) => ({
    text: textAt(item, 'text') ?? '',
    value: textAt(item, 'value') ?? '',
    selectByDefault: item['selectByDefault'] === true
  }))

/** Options in the form that vectors write them: `selectByDefault` only where it is true. */
const optionsJson = (items: ReadonlyArray<RestrictionItem>): Json =>
  items.map(({ selectByDefault, text, value }) =>
    selectByDefault === true ? { text, value, selectByDefault } : { text, value }
  )

/** Localized collections by language, in the form that vectors write them. */
export const collectionsOf = (source: JsonObject): ReadonlyMap<string, ReadonlyArray<RestrictionItem>> =>
  new Map(Object.keys(source).map((language) => [language, itemsOf(objectsAt(source, language))]))

/** The options of an enumeration, in the form that vectors write it. */
export const enumerationOf = (source: JsonObject, name: string): ReadonlyArray<RestrictionItem> | undefined =>
  isJsonArray(source[name]) ? itemsOf(objectsAt(source, name)) : undefined

type Run = (vector: JsonObject) => Outcome

const runPredicate: Run = (vector) => {
  const predicate = predicateOf(vector, 'predicate')
  if (predicate._tag === 'RefusedPredicate') return compare(vector, refused)
  const value = claimOf(vector)
  if (value === undefined || value instanceof ConversionFailure)
    return { skipped: 'its claim has no value of its type' }
  return compare(vector, { valid: predicate.test(value, nowOf(objectAt(vector, 'context'))) === true })
}

const runPolicy: Run = (vector) =>
  predicateOf(vector, 'predicate')._tag === 'RefusedPredicate' ? compare(vector, refused) : compare(vector, {})

const runPredicateValidation: Run = (vector) => {
  const validation = validationOf('validation', vector)
  if (validation === undefined) return compare(vector, refused)
  const value = claimOf(vector)
  if (value === undefined || value instanceof ConversionFailure)
    return { skipped: 'its claim has no value of its type' }
  const failed = validation.check(value, nowOf(objectAt(vector, 'context')))
  return compare(vector, { valid: failed.length === 0, failedGroups: failed.map(({ groupId }) => groupId) })
}

const runPattern: Run = (vector) => {
  const regex = compileRegex(textAt(vector, 'pattern') ?? '')
  if (regex instanceof RegexProblem) return compare(vector, refused)
  const value = claimOf(vector)
  if (value === undefined || value instanceof ConversionFailure)
    return { skipped: 'its claim has no value of its type' }
  return compare(vector, { valid: regex.test(formatValue(value)) === true })
}

const runMask: Run = (vector) => {
  const declared = objectAt(vector, 'mask')
  const mask = compileMask({
    type: textAt(declared, 'type') === 'Regex' ? 'Regex' : 'Simple',
    text: textAt(declared, 'text') ?? '',
    regex: textAt(declared, 'regex')
  })
  if (mask instanceof MaskProblem) return compare(vector, refused)
  const value = claimOf(vector)
  if (value === undefined || value instanceof ConversionFailure)
    return { skipped: 'its claim has no value of its type' }
  return compare(vector, { display: mask(formatValue(value)) })
}

const runRestriction: Run = (vector) => {
  const behavior = mergeBehaviors.find((known) => known === textAt(vector, 'mergeBehavior'))
  const own = enumerationOf(vector, 'enumeration')
  const parent = enumerationOf(vector, 'parentEnumeration')
  const enumeration = parent === undefined ? own : mergeEnumerations(parent, own ?? [], behavior)
  const localizedCollections = collectionsOf(objectAt(vector, 'localizedCollections'))
  const options = optionsIn({ enumeration, localizedCollections }, textAt(objectAt(vector, 'context'), 'uiLanguage'))
  return compare(vector, { options: optionsJson(options) })
}

/** How vectors with a `kind` are run. */
export const kinds: ReadonlyMap<string, Run> = new Map([
  ['predicate', runPredicate],
  ['policy', runPolicy],
  ['predicateValidation', runPredicateValidation],
  ['pattern', runPattern],
  ['mask', runMask],
  ['restriction', runRestriction]
])
