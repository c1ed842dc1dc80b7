/** Conversions between claim values, text and JSON. */
export * from './dates.ts'
export { equalValues } from './equalValues.ts'
export { comparisonText, formatValue, isStringCollection } from './formatValue.ts'
export { fromJson } from './fromJson.ts'
export { readIdentity, writeIdentity } from './identities.ts'
export * from './json.ts'
export { expectedForm, parseBoolean, parseValue } from './parseValue.ts'
export { toJson, toTokenJson } from './toJson.ts'
