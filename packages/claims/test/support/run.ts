/** Runs a claims transformation over values, as the tables of the tests write them. */
import {
  type Ambient,
  ClaimTable,
  compileTransformation,
  ConversionFailure,
  type DataType,
  type DeclaredClaim,
  type DeclaredParameter,
  findTransformation,
  fromJson,
  type Json,
  toJson,
  type TransformationEnvironment
} from '@trustframe/claims'

/** A clock that stands still, and bytes that count upwards. */
export const ambient: Ambient = {
  nowMillis: Date.UTC(2022, 0, 14, 11, 40, 35),
  random: () => 0.5,
  randomBytes: (count) => Uint8Array.from({ length: count }, (_, index) => index),
  uiLanguage: 'en',
  policyKey: (name) => (name === 'B2C_1A_Secret' ? 'the secret' : undefined)
}

/** Values in their JSON form; `null` is a claim without a value. */
export type Row = Readonly<Record<string, Json>>

export interface RunOptions {
  /** Data types of inputs, where they are not the first of the contract. */
  readonly types?: Readonly<Record<string, DataType>>
  /** Output claims: those of any number, or data types other than the first of the contract. */
  readonly outputs?: Readonly<Record<string, DataType>>
  /** What output claims hold before. */
  readonly before?: Row
  /** Data types of parameters, where they are not those of the contract. */
  readonly parameterTypes?: Readonly<Record<string, DataType>>
  readonly ambient?: Partial<Ambient>
  readonly environment?: Omit<TransformationEnvironment, 'claims'>
}

const valueOf = (type: DataType, json: Json) => {
  const value = fromJson(type, json)
  if (value instanceof ConversionFailure) throw new Error(`${value.found} ${value.reason}`)
  return value
}

const declare =
  (direction: string) =>
  (slot: string): DeclaredClaim => ({
    claimTypeId: `${direction}.${slot}`,
    transformationClaimType: slot
  })

/** The outputs after a run (`null` without a value), or the error: a message id, `TransformationFailed`, or `Refused`. */
export const run = (
  method: string,
  inputs: Row = {},
  parameters: Readonly<Record<string, string>> = {},
  options: RunOptions = {}
): Row => {
  const contract = findTransformation(method, options.environment?.own)?.contract
  if (contract === undefined) throw new Error(`there is no method ${method}`)
  const inputType = (slot: string): DataType =>
    options.types?.[slot] ?? contract.inputs.find((input) => input.slot === slot)?.types[0] ?? 'string'
  const outputTypes = new Map<string, DataType>([
    ...contract.outputs
      .filter(({ repeated }) => !repeated)
      .map(
        ({ sameTypeAs, slot, types }) =>
          [slot, sameTypeAs === undefined ? (types[0] ?? 'string') : inputType(sameTypeAs)] as const
      ),
    ...Object.entries(options.outputs ?? {})
  ])
  const claims = new ClaimTable([
    ...Object.keys(inputs).map((slot) => ({ id: `in.${slot}`, dataType: inputType(slot) })),
    ...[...outputTypes].map(([slot, dataType]) => ({ id: `out.${slot}`, dataType }))
  ])
  const compiled = compileTransformation(
    {
      id: 'Tested',
      method,
      inputClaims: Object.keys(inputs).map(declare('in')),
      outputClaims: [...outputTypes.keys()].map(declare('out')),
      inputParameters: Object.entries(parameters).map(([id, value]): DeclaredParameter => ({
        id,
        value,
        dataType: options.parameterTypes?.[id] ?? contract.parameters[id]?.dataType ?? 'string'
      }))
    },
    { claims, ...options.environment }
  )
  if (compiled._tag === 'RefusedTransformation') return { error: 'Refused' }

  const bag = claims.emptyBag()
  for (const [slot, json] of Object.entries(inputs)) {
    const target = claims.find(`in.${slot}`)
    if (target !== undefined) bag[target.slot] = valueOf(target.dataType, json)
  }
  for (const [slot, json] of Object.entries(options.before ?? {})) {
    const target = claims.find(`out.${slot}`)
    if (target !== undefined) bag[target.slot] = valueOf(target.dataType, json)
  }
  const failure = compiled.run(bag, { ...ambient, ...options.ambient })
  if (failure !== undefined) return { error: failure.messageId ?? 'TransformationFailed' }
  return Object.fromEntries(
    [...outputTypes.keys()].map((slot) => {
      const value = bag[claims.find(`out.${slot}`)?.slot ?? -1]
      return [slot, value === undefined ? null : toJson(value)]
    })
  )
}

/** One line of a table: what it shows, inputs, parameters, what comes of them, and what else is given. */
export type Case = readonly [
  shows: string,
  inputs: Row,
  parameters: Readonly<Record<string, string>>,
  expected: Row,
  options?: RunOptions
]

/** A line with names, for `it.each`. */
export const namedCase = ([shows, inputs, parameters, expected, options]: Case) => ({
  shows,
  inputs,
  parameters,
  expected,
  options
})
