/** A claims transformation that exists only at the terminal: the slots of its method are its claims. */
import {
  ClaimTable,
  type DataType,
  isDataType,
  type Transformation,
  type TransformationDeclaration
} from '@trustframe/claims'

/** A declaration, and the claims that it is over. */
export interface DeclaredMethod {
  readonly declaration: TransformationDeclaration
  readonly claims: ClaimTable
}

/** A name with the data type that a person gave it: `groups:stringCollection`. */
export interface TypedName {
  readonly name: string
  readonly dataType: DataType | undefined
}

/** Splits `name:dataType`; a colon before anything but a data type belongs to the name. */
export const typedName = (text: string): TypedName => {
  const at = text.lastIndexOf(':')
  const dataType = text.slice(at + 1)
  return at > 0 && isDataType(dataType) ? { name: text.slice(0, at), dataType } : { name: text, dataType: undefined }
}

const claimOfSlot = (slot: string) => ({ claimTypeId: slot, transformationClaimType: slot })

/** Text where a slot takes it, else the first type that it takes. */
const usual = (types: ReadonlyArray<DataType>): DataType =>
  types.includes('string') ? 'string' : (types[0] ?? 'string')

/**
 * Declares a method with one claim per slot. Slots of any number are those that were given values; a claim has the data type
 * that a person gave it, else the first that its slot accepts. A slot that is input and output is one claim.
 */
export const declareMethod = (
  { contract }: Transformation,
  given: ReadonlyArray<TypedName>,
  parameters: ReadonlyArray<readonly [string, string]>,
  wanted: ReadonlyArray<TypedName>
): DeclaredMethod => {
  const typeOf = new Map<string, DataType>()
  const inputs: Array<string> = []
  const outputs: Array<string> = []
  const declare = (list: Array<string>, name: string, dataType: DataType) => {
    list.push(name)
    typeOf.set(name, typeOf.get(name) ?? dataType)
  }

  for (const { repeated, slot, types } of contract.inputs) {
    const fallback = usual(types)
    if (repeated) for (const { dataType, name } of given) declare(inputs, name, dataType ?? fallback)
    else declare(inputs, slot, given.find(({ name }) => name === slot)?.dataType ?? fallback)
  }
  for (const { repeated, sameTypeAs, slot, types } of contract.outputs) {
    const fallback = (sameTypeAs === undefined ? undefined : typeOf.get(sameTypeAs)) ?? usual(types)
    if (repeated) for (const { dataType, name } of wanted) declare(outputs, name, dataType ?? fallback)
    else declare(outputs, slot, fallback)
  }

  return {
    claims: new ClaimTable([...typeOf].map(([id, dataType]) => ({ id, dataType }))),
    declaration: {
      id: contract.method,
      method: contract.method,
      inputClaims: inputs.map(claimOfSlot),
      inputParameters: parameters.map(([id, value]) => ({
        id,
        dataType: contract.parameters[id]?.dataType ?? contract.otherParameters?.dataTypes[0] ?? 'string',
        value
      })),
      outputClaims: outputs.map(claimOfSlot)
    }
  }
}
