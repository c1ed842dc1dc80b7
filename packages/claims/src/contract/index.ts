/** What claims transformations are written with. */
export {
  anyClaims,
  anyOutputs,
  claim,
  claimOrNone,
  type NamedClaim,
  optionalClaim,
  optionalOutput,
  output,
  outputLike
} from './claims.ts'
export { defineTransformation, type Setup, type Transformation } from './defineTransformation.ts'
export { fail, Failed, raise, Raised } from './Failure.ts'
export {
  choice,
  choiceOr,
  flag,
  flagOr,
  format,
  instant,
  integer,
  integerOr,
  optionalFormat,
  optionalInteger,
  optionalText,
  type Parameter,
  ParameterFault,
  pattern,
  resolveExpressions,
  text,
  textFlag,
  textOr,
  textWithExpressions
} from './parameters.ts'
