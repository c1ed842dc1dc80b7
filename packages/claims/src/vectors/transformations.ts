/** Vectors of claims transformations. */
import type { Ambient } from '../Ambient.ts'
import { type ClaimsBag, ClaimTable } from '../ClaimsBag.ts'
import { type ClaimValue, ConversionFailure } from '../ClaimValue.ts'
import { compileTransformation, findTransformation } from '../compileTransformation.ts'
import type { DeclaredClaim, TransformationDeclaration } from '../contract/Declaration.ts'
import type { Transformation } from '../contract/defineTransformation.ts'
import type { TransformationEnvironment } from '../contract/Environment.ts'
import type { TransformationContract } from '../contract/TransformationContract.ts'
import { toJson } from '../convert/toJson.ts'
import type { Json, JsonObject } from '../convert/json.ts'
import { type DataType, isDataType } from '../DataType.ts'
import { optionsIn } from '../restrictions/index.ts'
import { claimValue, dataTypeAt, objectAt, objectsAt, textAt, textsAt } from './fields.ts'
import { collectionsOf, enumerationOf, nowOf, validationOf } from './predicates.ts'

/** What a transformation gave, before it is compared. */
export type TransformationResult =
  | { readonly _tag: 'Outputs'; readonly before: Values; readonly after: Values }
  | { readonly _tag: 'Error'; readonly id: string; readonly reason: string }
  | { readonly _tag: 'Unusable'; readonly reason: string }

/** The values of output claims by slot. */
export type Values = ReadonlyMap<string, ClaimValue | undefined>

interface DeclaredSlot {
  readonly slot: string
  readonly claimTypeId: string
  readonly dataType: DataType
  readonly value: ClaimValue | undefined
}

/** Claims of the same slot in and out are two claims, so that what is written can be told from what was there. */
const claimTypeId = (direction: 'in' | 'out', index: number, slot: string): string => `${direction}.${index}.${slot}`

const slotOfClaim = (id: string): string => id.replace(/^(?:in|out)\.\d+\./, '')

/** A claim of a vector, or why it cannot be one. */
const declare = (
  direction: 'in' | 'out',
  index: number,
  slot: string,
  dataType: DataType,
  claim: JsonObject
): DeclaredSlot | string => {
  const value = claimValue(claim, dataType)
  return value instanceof ConversionFailure
    ? `the claim "${slot}" is not of data type ${value.dataType}: ${value.reason}`
    : { slot, claimTypeId: claimTypeId(direction, index, slot), dataType, value }
}

const declareInputs = (vector: JsonObject): ReadonlyArray<DeclaredSlot | string> => {
  const inputs = objectAt(vector, 'inputClaims')
  const order = textsAt(vector, 'inputClaimsOrder')
  const slots = order.length === 0 ? Object.keys(inputs) : order
  return slots.map((slot, index) =>
    declare('in', index, slot, dataTypeAt(objectAt(inputs, slot), 'type') ?? 'string', objectAt(inputs, slot))
  )
}

const reference = ({ claimTypeId: id, slot }: DeclaredSlot): DeclaredClaim => ({
  claimTypeId: id,
  transformationClaimType: slot
})

/** The outputs that a vector names, and those that the method requires. */
const declareOutputs = (
  vector: JsonObject,
  contract: TransformationContract | undefined,
  inputs: ReadonlyArray<DeclaredSlot>
): ReadonlyArray<DeclaredSlot | string> => {
  const context = objectAt(vector, 'context')
  const expected = objectAt(objectAt(vector, 'expect'), 'outputClaims')
  const initial = objectAt(context, 'initialOutputClaims')
  const types = objectAt(context, 'outputClaimTypes')
  const documented = new Map(
    contract?.outputs.filter(({ repeated }) => !repeated).map((output) => [output.slot, output])
  )
  const required = [...documented.values()].filter(({ required: isRequired }) => isRequired).map(({ slot }) => slot)
  const slots = new Set([...Object.keys(types), ...Object.keys(expected), ...Object.keys(initial), ...required])
  return [...slots].map((slot, index) => {
    const output = documented.get(slot)
    const like = inputs.find((input) => input.slot === output?.sameTypeAs)?.dataType
    const dataType =
      dataTypeAt(types, slot) ??
      dataTypeAt(objectAt(expected, slot), 'type') ??
      dataTypeAt(objectAt(initial, slot), 'type') ??
      like ??
      output?.types[0] ??
      'string'
    return declare('out', index, slot, dataType, objectAt(initial, slot))
  })
}

/** A parameter whose type is not a data type has that of the contract: some vectors carry a note there. */
const parameterType = (contract: TransformationContract | undefined, id: string, type: string | undefined): string =>
  type !== undefined && isDataType(type) ? type : (contract?.parameters[id]?.dataType ?? 'string')

const environmentOf = (
  context: JsonObject,
  claims: ClaimTable,
  own: ReadonlyArray<Transformation>
): TransformationEnvironment => {
  const validations = objectAt(context, 'outputClaimPredicateValidation')
  return {
    claims,
    own,
    expressions: {
      TechnicalProfileId: textAt(context, 'technicalProfileId'),
      RelyingPartyTenantId: textAt(context, 'relyingPartyTenantId'),
      TrustFrameworkTenantId: textAt(context, 'trustFrameworkTenantId'),
      AuthenticatorIssuer: textAt(context, 'authenticatorIssuer')
    },
    satisfiesPredicates: (id) => {
      const slot = slotOfClaim(id)
      const validation = slot in validations ? validationOf(slot, objectAt(validations, slot)) : undefined
      return validation === undefined ? undefined : (text, nowMillis) => validation.check(text, nowMillis).length === 0
    },
    restriction: (id, language) => {
      const slot = slotOfClaim(id)
      const byLanguage = objectAt(context, 'localizedCollections')
      const collections = Object.keys(byLanguage).flatMap((key) => {
        const items = collectionsOf(objectAt(byLanguage, key)).get(slot)
        return items === undefined ? [] : [[key, items] as const]
      })
      const enumeration = enumerationOf(objectAt(context, 'restrictions'), slot)
      return optionsIn({ enumeration, localizedCollections: new Map(collections) }, language)
    },
    localizedString: (elementType, stringId, language) => {
      const found = objectsAt(context, 'localizedStrings').find(
        (item) =>
          textAt(item, 'elementType') === elementType &&
          textAt(item, 'stringId') === stringId &&
          textAt(item, 'language') === language
      )
      return found === undefined ? undefined : textAt(found, 'value')
    }
  }
}

/** Entropy that is the same in every run, and different for every vector. */
export const seededEntropy = (seed: number): Pick<Ambient, 'random' | 'randomBytes'> => {
  let state = seed >>> 0
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { random, randomBytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256)) }
}

const ambientOf = (context: JsonObject, entropy: Pick<Ambient, 'random' | 'randomBytes'>): Ambient => ({
  ...entropy,
  nowMillis: nowOf(context),
  uiLanguage: textAt(context, 'uiLanguage'),
  policyKey: (name) => textAt(objectAt(context, 'policyKeys'), name)
})

const valuesOf = (outputs: ReadonlyArray<DeclaredSlot>, claims: ClaimTable, bag: ClaimsBag): Values =>
  new Map(outputs.map(({ claimTypeId: id, slot }) => [slot, bag[claims.find(id)?.slot ?? -1]]))

/** Runs the transformation of a vector. */
export const runTransformation = (
  vector: JsonObject,
  entropy: Pick<Ambient, 'random' | 'randomBytes'>,
  own: ReadonlyArray<Transformation>
): TransformationResult => {
  const method = textAt(vector, 'method') ?? ''
  const contract = findTransformation(method, own)?.contract
  const context = objectAt(vector, 'context')
  const declaredInputs = declareInputs(vector)
  const inputs = declaredInputs.filter((input) => typeof input !== 'string')
  const declaredOutputs = declareOutputs(vector, contract, inputs)
  const outputs = declaredOutputs.filter((output) => typeof output !== 'string')
  const unusable = [...declaredInputs, ...declaredOutputs].find((declared) => typeof declared === 'string')
  if (unusable !== undefined) return { _tag: 'Unusable', reason: unusable }

  const declared = [...inputs, ...outputs]
  const claims = new ClaimTable(declared.map(({ claimTypeId: id, dataType }) => ({ id, dataType })))
  const declaration: TransformationDeclaration = {
    id: textAt(vector, 'name') ?? method,
    method,
    inputClaims: inputs.map(reference),
    outputClaims: outputs.map(reference),
    inputParameters: objectsAt(vector, 'inputParameters').map((parameter) => {
      const id = textAt(parameter, 'id') ?? ''
      return {
        id,
        dataType: parameterType(contract, id, textAt(parameter, 'type')),
        value: textAt(parameter, 'value') ?? ''
      }
    })
  }
  const compiled = compileTransformation(declaration, environmentOf(context, claims, own))
  if (compiled._tag === 'RefusedTransformation') {
    return { _tag: 'Error', id: 'PolicyValidation', reason: compiled.problems.map(({ message }) => message).join(' ') }
  }
  const bag = claims.emptyBag()
  for (const { claimTypeId: id, value } of declared) {
    const slot = claims.find(id)?.slot
    if (slot !== undefined) bag[slot] = value
  }
  const before = valuesOf(outputs, claims, bag)
  const failure = compiled.run(bag, ambientOf(context, entropy))
  return failure === undefined
    ? { _tag: 'Outputs', before, after: valuesOf(outputs, claims, bag) }
    : { _tag: 'Error', id: failure.messageId ?? 'TransformationFailed', reason: failure.reason }
}

/** What a transformation gave, in the form of `expect`. */
export const resultJson = (result: TransformationResult): Json => {
  switch (result._tag) {
    case 'Outputs':
      return {
        outputClaims: Object.fromEntries(
          [...result.after].map(([slot, value]) => [slot, value === undefined ? null : toJson(value)])
        )
      }
    case 'Error':
      return { error: result.id, reason: result.reason }
    case 'Unusable':
      return { unusable: result.reason }
  }
}
