/** Reads the input claims of a transformation from a bag, calls its function, and writes its output claims. */
import type { Ambient } from '../Ambient.ts'
import type { ClaimsBag, Slot } from '../ClaimsBag.ts'
import { isOfKind, type Kinds, kindsOf } from '../convert/isValueOf.ts'
import type { BoundClaims } from './bind.ts'
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

// INVARIANT: the contract decides how many values a function takes and of which types, and only values that have been checked
// against that contract are handed over. These guards say so to the compiler.
const isNullary = (_body: Body, inputs: ReadonlyArray<InputContract>): _body is Nullary => inputs.length === 0
const isUnary = (_body: Body, inputs: ReadonlyArray<InputContract>): _body is Unary => inputs.length === 1
const isBinary = (_body: Body, inputs: ReadonlyArray<InputContract>): _body is Binary => inputs.length === 2
const isVariadic = (
  _body: Body,
  inputs: ReadonlyArray<InputContract>,
  values: ReadonlyArray<unknown>
): _body is Variadic => inputs.length === values.length

/** The position of an input whose claim has no value, or not one that fits. */
export class Unfit {
  readonly index: number
  readonly value: unknown

  constructor(index: number, value: unknown) {
    this.index = index
    this.value = value
  }
}

/** Where an input comes from, and what it may be. */
interface Source {
  readonly slot: Slot
  readonly kinds: Kinds
}

/** A slot that no bag has: always without a value. */
const nowhere = 2 ** 30

const sourceOf = (input: InputContract, bound: BoundClaims): Source => ({
  slot: bound.bySlot.get(input.slot)?.slot ?? nowhere,
  kinds: kindsOf(input.types, input.whenAbsent === 'runs')
})

/** Calls a function with the values of its input claims. The usual numbers of inputs go without a list. */
export const caller = (
  body: Body,
  inputs: ReadonlyArray<InputContract>,
  bound: BoundClaims
): ((bag: ClaimsBag, ambient: Ambient) => Given | Unfit) => {
  const sources = inputs.map((input) => sourceOf(input, bound))
  const [source0, source1] = sources
  const simple = inputs.every(({ repeated }) => !repeated)
  if (isNullary(body, inputs)) return (_bag, ambient) => body(ambient)
  if (simple && isUnary(body, inputs) && source0 !== undefined) {
    const { kinds, slot } = source0
    return (bag, ambient) => {
      const value = bag[slot]
      return isOfKind(kinds, value) ? body(value, ambient) : new Unfit(0, value)
    }
  }
  if (simple && isBinary(body, inputs) && source0 !== undefined && source1 !== undefined) {
    const { kinds: kinds0, slot: slot0 } = source0
    const { kinds: kinds1, slot: slot1 } = source1
    return (bag, ambient) => {
      const first = bag[slot0]
      if (!isOfKind(kinds0, first)) return new Unfit(0, first)
      const second = bag[slot1]
      return isOfKind(kinds1, second) ? body(first, second, ambient) : new Unfit(1, second)
    }
  }
  return (bag, ambient) => {
    const values: Array<unknown> = []
    for (const [index, { kinds, slot }] of sources.entries()) {
      if (inputs[index]?.repeated === true) {
        values.push(bound.others.map(({ claim, name }) => ({ name, value: bag[claim.slot] })))
      } else {
        const value = bag[slot]
        if (!isOfKind(kinds, value)) return new Unfit(index, value)
        values.push(value)
      }
    }
    return isVariadic(body, inputs, values) ? body(...values, ambient) : []
  }
}

/** Writes one result: `null` clears the claim, `undefined` leaves it; false when the claim type cannot hold the value. */
const store = (bag: ClaimsBag, slot: Slot, kinds: Kinds, value: unknown): boolean => {
  if (value === undefined) return true
  if (value === null) bag[slot] = undefined
  else if (isOfKind(kinds, value)) bag[slot] = value
  else return false
  return true
}

/** Writes the results of a function; gives the output whose claim type cannot hold its result. Results without a claim are dropped. */
export const writer = (
  outputs: ReadonlyArray<OutputContract>,
  bound: BoundClaims
): ((bag: ClaimsBag, given: ReadonlyArray<unknown>) => OutputContract | undefined) => {
  const targets = outputs.flatMap((output, index) => {
    const claim = bound.bySlot.get(output.slot)
    return claim === undefined || output.repeated
      ? []
      : [{ output, index, slot: claim.slot, kinds: kindsOf([claim.dataType]) }]
  })
  const repeated = outputs.findIndex((output) => output.repeated)
  const others = bound.others.map(({ claim }) => ({ slot: claim.slot, kinds: kindsOf([claim.dataType]) }))

  const writeOthers = (bag: ClaimsBag, given: ReadonlyArray<unknown>): boolean => {
    const values = given[repeated]
    return Array.isArray(values) && others.every(({ kinds, slot }, index) => store(bag, slot, kinds, values[index]))
  }
  const [only] = targets
  if (only !== undefined && targets.length === 1 && others.length === 0) {
    const { index, kinds, output, slot } = only
    return (bag, given) => (store(bag, slot, kinds, given[index]) ? undefined : output)
  }
  return (bag, given) => {
    for (const { index, kinds, output, slot } of targets) {
      if (!store(bag, slot, kinds, given[index])) return output
    }
    return others.length === 0 || writeOthers(bag, given) ? undefined : outputs[repeated]
  }
}
