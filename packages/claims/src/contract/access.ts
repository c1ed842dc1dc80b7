/** Reads the input claims of a transformation from a bag, calls its function, and writes its output claims. */
import type { Ambient } from '../Ambient.ts'
import type { ClaimsBag } from '../ClaimsBag.ts'
import type { ClaimValue } from '../ClaimValue.ts'
import { isValueOf } from '../convert/isValueOf.ts'
import type { BoundClaims } from './bind.ts'
import { fitsInput, type NamedClaim } from './claims.ts'
import type { Failed, Raised } from './Failure.ts'
import type { InputContract, OutputContract } from './TransformationContract.ts'

/** What the function of a transformation gives, before it is written. */
export type Given = ReadonlyArray<unknown> | Raised | Failed

/** The function of a transformation, whatever its inputs. */
type Body = (...values: never) => Given

type Nullary = (ambient: Ambient) => Given
type Unary = (value: unknown, ambient: Ambient) => Given
type Binary = (first: unknown, second: unknown, ambient: Ambient) => Given
type Variadic = (...values: ReadonlyArray<unknown>) => Given

// INVARIANT: the contract decides how many values a function takes and of which types; `call` hands over only values that the
// checks of that contract have accepted. These guards say so to the compiler.
const isNullary = (_body: Body, inputs: ReadonlyArray<InputContract>): _body is Nullary => inputs.length === 0
const isUnary = (_body: Body, inputs: ReadonlyArray<InputContract>): _body is Unary => inputs.length === 1
const isBinary = (_body: Body, inputs: ReadonlyArray<InputContract>): _body is Binary => inputs.length === 2
const isVariadic = (_body: Body, inputs: ReadonlyArray<InputContract>): _body is Variadic => inputs.length > 2

/** The position of an input whose claim has no value, or not one that fits. */
export class Unfit {
  readonly index: number
  readonly value: unknown

  constructor(index: number, value: unknown) {
    this.index = index
    this.value = value
  }
}

type ReadInput = (bag: ClaimsBag) => ClaimValue | undefined | ReadonlyArray<NamedClaim>

const inputReader = (input: InputContract, bound: BoundClaims): ReadInput => {
  if (input.repeated) return (bag) => bound.others.map(({ claim, name }) => ({ name, value: bag[claim.slot] }))
  const slot = bound.bySlot.get(input.slot)?.slot
  return slot === undefined ? () => undefined : (bag) => bag[slot]
}

/** Calls a function with the values of its input claims. The usual numbers of inputs go without a list. */
export const caller = (
  body: Body,
  inputs: ReadonlyArray<InputContract>,
  bound: BoundClaims
): ((bag: ClaimsBag, ambient: Ambient) => Given | Unfit) => {
  const readers = inputs.map((input) => inputReader(input, bound))
  const checks = inputs.map(fitsInput)
  const [read0, read1] = readers
  const [fits0, fits1] = checks
  if (isNullary(body, inputs)) return (_bag, ambient) => body(ambient)
  if (isUnary(body, inputs) && read0 !== undefined && fits0 !== undefined) {
    return (bag, ambient) => {
      const value = read0(bag)
      return fits0(value) ? body(value, ambient) : new Unfit(0, value)
    }
  }
  if (isBinary(body, inputs) && read0 && read1 && fits0 && fits1) {
    return (bag, ambient) => {
      const first = read0(bag)
      if (!fits0(first)) return new Unfit(0, first)
      const second = read1(bag)
      return fits1(second) ? body(first, second, ambient) : new Unfit(1, second)
    }
  }
  return (bag, ambient) => {
    const values = readers.map((read) => read(bag))
    const unfit = values.findIndex((value, index) => checks[index]?.(value) !== true)
    if (unfit >= 0) return new Unfit(unfit, values[unfit])
    return isVariadic(body, inputs) ? body(...values, ambient) : []
  }
}

/** Writes one result; gives false when the claim type cannot hold it. */
type WriteOutput = (bag: ClaimsBag, given: ReadonlyArray<unknown>) => boolean

const claimWriter = (index: number, slot: number, fits: (value: unknown) => value is ClaimValue): WriteOutput => {
  return (bag, given) => {
    const value = given[index]
    if (value === undefined) return true
    if (value === null) bag[slot] = undefined
    else if (fits(value)) bag[slot] = value
    else return false
    return true
  }
}

/** The writers of the outputs that are declared; a result without a claim is dropped. */
export const outputWriters = (
  outputs: ReadonlyArray<OutputContract>,
  bound: BoundClaims
): ReadonlyArray<{ readonly output: OutputContract; readonly write: WriteOutput }> =>
  outputs.flatMap((output, index) => {
    if (output.repeated) {
      const writers = bound.others.map(({ claim }, other) => claimWriter(other, claim.slot, isValueOf(claim.dataType)))
      if (writers.length === 0) return []
      const write: WriteOutput = (bag, given) => {
        const values = given[index]
        return Array.isArray(values) && writers.every((writeOne) => writeOne(bag, values))
      }
      return [{ output, write }]
    }
    const claim = bound.bySlot.get(output.slot)
    return claim === undefined ? [] : [{ output, write: claimWriter(index, claim.slot, isValueOf(claim.dataType)) }]
  })
