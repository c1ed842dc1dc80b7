/** Declares the input and output claims of a transformation, and derives their types. */
import type { ClaimValue, ValueOf } from '../ClaimValue.ts'
import type { DataType } from '../DataType.ts'
import type { InputContract, OutputContract } from './TransformationContract.ts'

/** A claim of any number: its name is the slot, or without one the id of the claim type. */
export interface NamedClaim {
  readonly name: string
  readonly value: ClaimValue | undefined
}

/** An input claim that must be declared and must have a value. */
export const claim = <const D extends DataType>(slot: string, ...types: readonly [D, ...ReadonlyArray<D>]) =>
  ({ slot, types, required: true, whenAbsent: 'fails', repeated: false }) as const

/** An input claim that must be declared and may have no value. */
export const claimOrNone = <const D extends DataType>(slot: string, ...types: readonly [D, ...ReadonlyArray<D>]) =>
  ({ slot, types, required: true, whenAbsent: 'runs', repeated: false }) as const

/** An input claim that may be left out, or have no value. */
export const optionalClaim = <const D extends DataType>(slot: string, ...types: readonly [D, ...ReadonlyArray<D>]) =>
  ({ slot, types, required: false, whenAbsent: 'runs', repeated: false }) as const

/** Input claims of any number; `slot` says what their names mean. */
export const anyClaims = <const D extends DataType>(slot: string, ...types: readonly [D, ...ReadonlyArray<D>]) =>
  ({ slot, types, required: false, whenAbsent: 'runs', repeated: true }) as const

/** An output claim that must be declared. */
export const output = <const D extends DataType>(slot: string, ...types: readonly [D, ...ReadonlyArray<D>]) =>
  ({ slot, types, required: true, repeated: false }) as const

/** An output claim that must be declared, with the data type of an input claim. */
export const outputLike = <const D extends DataType>(
  slot: string,
  input: string,
  ...types: readonly [D, ...ReadonlyArray<D>]
) => ({ slot, types, required: true, repeated: false, sameTypeAs: input }) as const

/** An output claim that may be left out. */
export const optionalOutput = <const D extends DataType>(slot: string, ...types: readonly [D, ...ReadonlyArray<D>]) =>
  ({ slot, types, required: false, repeated: false }) as const

/** Output claims of any number; `slot` says what their names mean. */
export const anyOutputs = <const D extends DataType>(slot: string, ...types: readonly [D, ...ReadonlyArray<D>]) =>
  ({ slot, types, required: false, repeated: true }) as const

/** What a function receives for an input claim. */
export type InputValue<I extends InputContract> = I extends { readonly repeated: true }
  ? ReadonlyArray<NamedClaim>
  : I extends { readonly whenAbsent: 'fails' }
    ? ValueOf<I['types'][number]>
    : ValueOf<I['types'][number]> | undefined

/** What a function receives for all its input claims, in order. */
export type InputValues<I extends ReadonlyArray<InputContract>> = { readonly [K in keyof I]: InputValue<I[K]> }

/** What a function gives for an output claim: a value, `null` to clear the claim, `undefined` to leave it as it is. */
export type OutputValue<O extends OutputContract> = O extends { readonly repeated: true }
  ? ReadonlyArray<ClaimValue | null | undefined>
  : ValueOf<O['types'][number]> | null | undefined

/** What a function gives for all its output claims, in order. */
export type OutputValues<O extends ReadonlyArray<OutputContract>> = { readonly [K in keyof O]: OutputValue<O[K]> }
