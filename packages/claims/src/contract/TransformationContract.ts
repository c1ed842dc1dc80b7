/** What a claims transformation takes and gives, as data: checks and documentation are derived from it. */
import type { DataType } from '../DataType.ts'

/** The families of the documentation, and `own` for transformations that a runtime adds. */
export type TransformationFamily =
  | 'boolean'
  | 'date'
  | 'general'
  | 'integer'
  | 'json'
  | 'phone'
  | 'social'
  | 'string'
  | 'stringCollection'
  | 'ageGating'
  | 'own'

/** An input claim: the slot that `TransformationClaimType` names. */
export interface InputContract {
  /** The name of the slot; of claims of any number, what their names mean. */
  readonly slot: string
  /** The data types that it accepts. */
  readonly types: ReadonlyArray<DataType>
  /** Whether the policy must declare it. */
  readonly required: boolean
  /** Whether the transformation runs when the claim has no value, or fails. */
  readonly whenAbsent: 'runs' | 'fails'
  /** Whether any number of claims may be given, each with a name of its own. */
  readonly repeated: boolean
}

/** An output claim. */
export interface OutputContract {
  readonly slot: string
  readonly types: ReadonlyArray<DataType>
  /** Whether the policy must declare it. */
  readonly required: boolean
  /** Whether any number of claims may be given, each with a name of its own. */
  readonly repeated: boolean
  /** The slot of the input claim whose data type it must have. */
  readonly sameTypeAs?: string
}

/** An input parameter: a constant of the policy. */
export interface ParameterContract {
  readonly dataType: DataType
  readonly required: boolean
  /** What a parameter that is left out stands for, as text. */
  readonly default?: string
  /** The values that it may have, compared ignoring case. */
  readonly values?: ReadonlyArray<string>
  readonly summary: string
}

/** Parameters of any number, each with an id of its own. */
export interface OtherParametersContract {
  readonly dataTypes: ReadonlyArray<DataType>
  /** What their ids mean. */
  readonly summary: string
}

/** An error that has a message for the user. */
export interface ErrorContract {
  /** The text of the service, with `{0}` for the first argument; absent where none is documented. */
  readonly defaultText?: string
  readonly when: string
}

/** Values by name, as they stand in a policy or a trace. */
export interface TransformationExample {
  readonly inputs: Readonly<Record<string, string>>
  readonly parameters: Readonly<Record<string, string>>
  readonly outputs: Readonly<Record<string, string>>
}

/** A claims transformation method, described completely. */
export interface TransformationContract {
  /** The documented spelling of the TransformationMethod. */
  readonly method: string
  /** Other names of the same method. */
  readonly aliases: ReadonlyArray<string>
  readonly family: TransformationFamily
  /** One sentence. */
  readonly summary: string
  /** What else one should know, a sentence each. */
  readonly remarks: ReadonlyArray<string>
  readonly inputs: ReadonlyArray<InputContract>
  readonly parameters: Readonly<Record<string, ParameterContract>>
  readonly otherParameters: OtherParametersContract | undefined
  readonly outputs: ReadonlyArray<OutputContract>
  /** By message id, such as `UserMessageIfClaimsTransformationStringsAreNotEqual`. */
  readonly errors: Readonly<Record<string, ErrorContract>>
  /** Where the behaviour is documented. */
  readonly source: string
  readonly example: TransformationExample
}
