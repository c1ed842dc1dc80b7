/** The codes of the diagnostics that this package gives: what each is about, how bad it is, and whose rule it is. */
import type { Origin, Severity } from './Diagnostic.ts'

/** What a code stands for. */
export interface CodeInfo {
  readonly title: string
  readonly severity: Severity
  readonly origin: Origin
}

const rejected = (title: string): CodeInfo => ({ title, severity: 'error', origin: 'b2c-rejects' })
const fails = (title: string): CodeInfo => ({ title, severity: 'error', origin: 'b2c-fails' })
const warning = (title: string, origin: Origin = 'b2c-fails'): CodeInfo => ({ title, severity: 'warning', origin })
/** B2C never sees settings. */
const settings = (title: string): CodeInfo => ({ title, severity: 'error', origin: 'advice' })
const advice = (title: string): CodeInfo => ({ title, severity: 'advice', origin: 'advice' })

/** Codes keep their meaning for ever: none is used anew. */
export const codes = {
  // Reading XML
  TF1001: rejected('XML is not well-formed'),
  TF1002: rejected('document type'),
  TF1003: rejected('unknown entity'),
  TF1004: rejected('XML goes beyond a limit'),
  TF1005: rejected('file too large'),
  TF1006: rejected('bytes that are not text'),
  TF1007: rejected('undeclared namespace prefix'),
  TF1008: rejected('not a policy'),
  TF1009: rejected('wrong namespace'),

  // Structure
  TF1101: rejected('unknown element'),
  TF1102: rejected('unknown attribute'),
  TF1103: rejected('element out of order'),
  TF1104: rejected('element given too often'),
  TF1105: rejected('missing element'),
  TF1106: rejected('missing attribute'),
  TF1107: rejected('value that is not one of the allowed ones'),
  TF1108: rejected('value of the wrong type'),
  TF1109: rejected('value of the wrong form'),
  TF1110: rejected('id given twice'),
  TF1111: rejected('text where none is allowed'),
  TF1112: rejected('elements that exclude each other'),
  TF1113: warning('key given twice'),
  TF1114: warning('ids that differ only in case'),

  // Settings
  TF1201: fails('placeholder without a setting'),
  TF1202: fails('placeholder in the value of a setting'),
  TF1203: settings('appsettings.json is not JSON'),
  TF1204: settings('appsettings.json has the wrong shape'),
  TF1205: warning('setting given twice', 'advice'),

  // Inheritance and ids
  TF1301: rejected('base policy not found'),
  TF1302: rejected('policies inherit from each other in a circle'),
  TF1303: rejected('too many levels of inheritance'),
  TF1304: rejected('policy id given twice'),
  TF1305: advice('policy id written in another case'),
  TF1306: fails('policy cannot be resolved'),
  TF1307: rejected('included technical profile not found'),
  TF1308: rejected('technical profiles include each other in a circle'),
  TF1309: warning('claims included from another file', 'b2c-rejects'),
  TF1310: warning('validation runs more than once'),
  TF1311: warning('preconditions replaced'),
  TF1312: warning('base policy of another tenant', 'b2c-rejects'),
  TF1313: { title: 'technical profiles included too deep', severity: 'error', origin: 'unsupported' },
  TF1314: warning('base policy in several folders', 'advice')
} as const satisfies Record<string, CodeInfo>

/** The code of a diagnostic of this package. */
export type Code = keyof typeof codes
