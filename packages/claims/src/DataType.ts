/** The data types of claim types. */

/** Every `DataType` of the 0.3.0.0 schema. */
export const dataTypes = [
  'boolean',
  'date',
  'dateTime',
  'duration',
  'int',
  'long',
  'string',
  'stringCollection',
  'alternativeSecurityIdCollection',
  'userIdentityCollection',
  'userIdentity',
  'phoneNumber',
  'objectIdentityCollection',
  'objectIdentity'
] as const

export type DataType = (typeof dataTypes)[number]

const known: ReadonlySet<string> = new Set(dataTypes)

/** Whether a text is a data type of the schema; case matters, as in the schema. */
export const isDataType = (text: string): text is DataType => known.has(text)
