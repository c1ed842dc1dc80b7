/** Finds the claim types and parameters of a declaration in a contract, and says what does not fit. */
import type { ClaimSlot } from '../ClaimsBag.ts'
import { isDataType, type DataType } from '../DataType.ts'
import type { ClaimValue } from '../ClaimValue.ts'
import { ConversionFailure } from '../ClaimValue.ts'
import { parseValue } from '../convert/parseValue.ts'
import { didYouMean } from '../suggest.ts'
import type { DeclaredClaim, DeclaredParameter } from './Declaration.ts'
import type { TransformationEnvironment } from './Environment.ts'
import { type Parameter, ParameterFault } from './parameters.ts'
import type { DeclarationPart, TransformationProblem } from './Problem.ts'
import type { TransformationContract } from './TransformationContract.ts'

/** A claim under the name that the transformation knows it by. */
export interface BoundClaim {
  readonly name: string
  readonly claim: ClaimSlot
}

/** The claims of a declaration: by slot, and those of any number in the order of the policy. */
export interface BoundClaims {
  readonly bySlot: ReadonlyMap<string, ClaimSlot>
  readonly others: ReadonlyArray<BoundClaim>
}

/** A parameter of any number. */
export interface OtherParameter {
  /** Its id. */
  readonly name: string
  readonly value: ClaimValue
}

/** Where problems are collected. */
export type Report = (problem: TransformationProblem) => void

/** `[StringCollection]collection`, as the service writes a claim in its messages. */
const serviceName = (types: ReadonlyArray<DataType>, slot: string): string =>
  `[${types.map((type) => type.charAt(0).toUpperCase() + type.slice(1)).join(' or ')}]${slot}`

interface ClaimContract {
  readonly slot: string
  readonly types: ReadonlyArray<DataType>
  readonly required: boolean
  readonly repeated: boolean
}

/** Binds the InputClaims or the OutputClaims of a declaration. */
export const bindClaims = (
  kind: 'InputClaim' | 'OutputClaim',
  declared: ReadonlyArray<DeclaredClaim>,
  contracts: ReadonlyArray<ClaimContract>,
  method: string,
  environment: TransformationEnvironment,
  report: Report
): BoundClaims => {
  const bySlot = new Map<string, ClaimSlot>()
  const others: Array<BoundClaim> = []
  const named = contracts.filter(({ repeated }) => !repeated)
  const repeated = contracts.find((contract) => contract.repeated)

  declared.forEach(({ claimTypeId, transformationClaimType }, index) => {
    const part: DeclarationPart = { _tag: kind, index }
    const name = transformationClaimType ?? claimTypeId
    const claim = environment.claims.find(claimTypeId)
    const contract =
      named.find(({ slot }) => slot === name) ??
      named.find(({ slot }) => slot.toLowerCase() === name.toLowerCase()) ??
      repeated
    if (contract === undefined) {
      report({
        kind: 'UnexpectedClaim',
        effect: 'advice',
        part,
        message: `${method} has no ${kind} "${name}"; it is ignored.${didYouMean(
          name,
          named.map(({ slot }) => slot)
        )}`
      })
      return
    }
    if (contract.slot !== name && !contract.repeated) {
      report({
        kind: 'CaseDiffers',
        effect: 'advice',
        part,
        message: `The ${kind} "${name}" of ${method} is written "${contract.slot}".`
      })
    }
    if (bySlot.has(contract.slot)) {
      report({
        kind: 'DuplicateClaim',
        effect: 'advice',
        part,
        message: `The ${kind} "${name}" is declared twice; the first one is used.`
      })
      return
    }
    if (claim === undefined) {
      report({
        kind: 'UnknownClaimType',
        effect: 'refused',
        part,
        message: `There is no ClaimType "${claimTypeId}".${didYouMean(
          claimTypeId,
          environment.claims.slots.map(({ id }) => id)
        )}`
      })
      // The slot counts as declared: one mistake, one message.
      bySlot.set(contract.slot, { slot: -1, id: claimTypeId, dataType: contract.types[0] ?? 'string' })
      return
    }
    if (!contract.types.includes(claim.dataType)) {
      report({
        kind: 'WrongDataType',
        effect: 'refused',
        part,
        message: `${serviceName([claim.dataType], name)} was declared, but ${method} expects ${serviceName(contract.types, contract.slot)}. Use a ClaimType of data type ${contract.types.join(' or ')} in place of "${claim.id}".`
      })
    }
    if (contract.repeated) others.push({ name, claim })
    else bySlot.set(contract.slot, claim)
  })

  const missing = named.filter(({ required, slot }) => required && !bySlot.has(slot))
  if (missing.length > 0) {
    report({
      kind: 'MissingClaim',
      effect: 'refused',
      part: { _tag: 'Transformation' },
      message: `The following ${kind}s were expected by the TransformMethod but were not declared: ${missing.map(({ slot, types }) => serviceName(types, slot)).join(', ')}.`
    })
  }
  return { bySlot, others }
}

/** Reports output claims that must have the data type of an input claim and do not. */
export const checkSameTypes = (
  contract: TransformationContract,
  inputs: BoundClaims,
  outputs: BoundClaims,
  report: Report
): void => {
  for (const { sameTypeAs, slot } of contract.outputs) {
    if (sameTypeAs === undefined) continue
    const [from, to] = [inputs.bySlot.get(sameTypeAs), outputs.bySlot.get(slot)]
    if (from === undefined || to === undefined || from.dataType === to.dataType) continue
    report({
      kind: 'WrongDataType',
      effect: 'refused',
      part: { _tag: 'Transformation' },
      message: `${contract.method} gives "${to.id}" (${to.dataType}) the value of "${from.id}" (${from.dataType}); both must have the same data type.`
    })
  }
}

/** The data type of a parameter, where a policy may have it another way without harm. */
const isSameParameterType = (declared: string, expected: DataType): boolean =>
  declared === expected || (declared === 'int' && expected === 'long')

/** Binds the InputParameters of a declaration: the text of each known one, by id, and the others. */
export const bindParameters = (
  declared: ReadonlyArray<DeclaredParameter>,
  contract: TransformationContract,
  report: Report
): {
  readonly known: ReadonlyMap<string, { readonly value: string; readonly index: number }>
  readonly others: ReadonlyArray<OtherParameter>
} => {
  const known = new Map<string, { readonly value: string; readonly index: number }>()
  const others: Array<OtherParameter> = []
  const ids = Object.keys(contract.parameters)

  declared.forEach(({ dataType, id, value }, index) => {
    const part: DeclarationPart = { _tag: 'InputParameter', index }
    const canonical =
      ids.find((candidate) => candidate === id) ??
      (contract.otherParameters === undefined
        ? ids.find((candidate) => candidate.toLowerCase() === id.toLowerCase())
        : undefined)
    if (canonical === undefined) {
      if (contract.otherParameters === undefined) {
        report({
          kind: 'UnexpectedParameter',
          effect: 'advice',
          part,
          message: `${contract.method} has no InputParameter "${id}"; it is ignored.${didYouMean(id, ids)}`
        })
      } else {
        const converted = otherParameter(dataType, value, contract.otherParameters.dataTypes)
        if (converted instanceof ParameterFault) {
          report({
            kind: converted.kind,
            effect: converted.effect,
            part,
            message: `The InputParameter "${id}" ${converted.reason}.`
          })
        } else others.push({ name: id, value: converted })
      }
      return
    }
    if (canonical !== id) {
      report({
        kind: 'CaseDiffers',
        effect: 'advice',
        part,
        message: `The InputParameter "${id}" of ${contract.method} is written "${canonical}".`
      })
    }
    if (known.has(canonical)) {
      report({
        kind: 'DuplicateParameter',
        effect: 'advice',
        part,
        message: `The InputParameter "${id}" is declared twice; the first one is used.`
      })
      return
    }
    const expected = contract.parameters[canonical]?.dataType ?? 'string'
    if (!isSameParameterType(dataType, expected)) {
      report({
        kind: 'WrongDataType',
        effect: isDataType(dataType) ? 'fails' : 'refused',
        part,
        message: `The InputParameter "${id}" of ${contract.method} has the data type "${dataType}"; expected "${expected}".`
      })
    }
    known.set(canonical, { value, index })
  })
  return { known, others }
}

const otherParameter = (
  dataType: string,
  value: string,
  allowed: ReadonlyArray<DataType>
): ClaimValue | ParameterFault => {
  const type = allowed.find((candidate) => candidate === dataType)
  if (type === undefined)
    return new ParameterFault(
      `has the data type "${dataType}"; expected ${allowed.map((name) => `"${name}"`).join(', ')}`
    )
  const converted = parseValue(type, value)
  return converted instanceof ConversionFailure ? new ParameterFault(`is "${value}"; ${converted.reason}`) : converted
}

/** Reads the declared parameters; what cannot be read is reported. */
export const readParameters = (
  parameters: Readonly<Record<string, Parameter<unknown>>>,
  known: ReadonlyMap<string, { readonly value: string; readonly index: number }>,
  method: string,
  environment: TransformationEnvironment,
  report: Report
): Readonly<Record<string, unknown>> => {
  const values: Record<string, unknown> = {}
  for (const [id, parameter] of Object.entries(parameters)) {
    const declared = known.get(id)
    const value = parameter.read(declared?.value, environment)
    if (value instanceof ParameterFault) {
      report({
        kind: value.kind,
        effect: value.effect,
        part: declared === undefined ? { _tag: 'Transformation' } : { _tag: 'InputParameter', index: declared.index },
        message: `The InputParameter "${id}" of ${method} ${value.reason}.${value.advice}`
      })
    } else values[id] = value
  }
  return values
}
