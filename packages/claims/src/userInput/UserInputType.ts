/** The controls that collect a claim from a user (claims-schema 6). */
import type { DataType } from '../DataType.ts'

/** A UserInputType as data. */
export interface UserInputContract {
  /** The data types that the documentation names for it. */
  readonly documented: ReadonlyArray<DataType>
  /** Further data types that public policies use with it. */
  readonly seen: ReadonlyArray<DataType>
  /** Whether the user enters something. */
  readonly collects: boolean
  /** Whether the user chooses among options, and how many. */
  readonly selection: 'none' | 'single' | 'multiple'
}

const shown: ReadonlyArray<DataType> = ['boolean', 'date', 'dateTime', 'duration', 'int', 'long', 'string']

const control = (
  documented: ReadonlyArray<DataType>,
  seen: ReadonlyArray<DataType> = [],
  selection: UserInputContract['selection'] = 'none'
): UserInputContract => ({ documented, seen, collects: true, selection })

/** Every UserInputType of the 0.3.0.0 schema. */
export const userInputTypes = {
  TextBox: control(['boolean', 'int', 'string'], ['long', 'phoneNumber']),
  EmailBox: control(['string']),
  Password: control(['string']),
  DateTimeDropdown: control(['date', 'dateTime']),
  DropdownSingleSelect: control(['string'], ['boolean'], 'single'),
  RadioSingleSelect: control(['string'], ['boolean'], 'single'),
  CheckboxMultiSelect: control(['string'], ['boolean'], 'multiple'),
  Paragraph: { documented: shown, seen: [], collects: false, selection: 'none' },
  Readonly: {
    documented: shown,
    seen: ['phoneNumber', 'alternativeSecurityIdCollection'],
    collects: false,
    selection: 'none'
  },
  Button: { documented: [], seen: [], collects: false, selection: 'none' }
} as const satisfies Readonly<Record<string, UserInputContract>>

export type UserInputType = keyof typeof userInputTypes

/** Whether a text is a UserInputType of the schema. */
export const isUserInputType = (text: string): text is UserInputType => Object.hasOwn(userInputTypes, text)

/** Whether a data type goes with a control: as documented, as public policies have it, or neither. */
export const fitsControl = (type: UserInputType, dataType: DataType): 'documented' | 'seen' | 'unknown' => {
  const { documented, seen }: UserInputContract = userInputTypes[type]
  return documented.includes(dataType) ? 'documented' : seen.includes(dataType) ? 'seen' : 'unknown'
}
