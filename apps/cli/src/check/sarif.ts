/** Findings as SARIF 2.1.0, for code scanning. Source: the OASIS standard "Static Analysis Results Interchange Format". */
import { diagnosticCodes } from '@trustframe/lint'
import type { Diagnostic, Fix, Severity } from '@trustframe/policy'
import type { Fix as SarifFix, Location, Log, Region } from 'sarif'
import { version } from '../version.ts'
import { type Place, placeOf } from './place.ts'

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  advice: 'note'
}

const region = ({ column, endColumn, endLine, line }: Place): Region => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn
})

const artifact = ({ file }: Place) => ({ uri: encodeURI(file) })

const location = (place: Place): Location => ({
  physicalLocation: { artifactLocation: artifact(place), region: region(place) }
})

const fixOf = ({ edits, title }: Fix): SarifFix => ({
  description: { text: title },
  artifactChanges: edits.map(({ replacement, span }) => {
    const place = placeOf(span)
    return {
      artifactLocation: artifact(place),
      replacements: [{ deletedRegion: region(place), insertedContent: { text: replacement } }]
    }
  })
})

/** A log with one run; rules are those that found something. */
export const sarif = (diagnostics: ReadonlyArray<Diagnostic>): Log => {
  const found = new Set(diagnostics.map(({ code }) => code))
  const rules = diagnosticCodes.filter(({ code }) => found.has(code))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'trustframe',
            version,
            rules: rules.map(({ code, name, severity, title }) => ({
              id: code,
              ...(name === undefined ? {} : { name }),
              shortDescription: { text: title },
              defaultConfiguration: { level: levels[severity] }
            }))
          }
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(({ code, fix, help, message, related, severity, span }) => ({
          ruleId: code,
          level: levels[severity],
          message: { text: help === undefined ? message : `${message}. ${help}` },
          locations: [location(placeOf(span))],
          ...(related === undefined || related.length === 0
            ? {}
            : {
                relatedLocations: related.map((other, index) => ({
                  id: index + 1,
                  message: { text: other.message },
                  ...location(placeOf(other.span))
                }))
              }),
          ...(fix === undefined ? {} : { fixes: [fixOf(fix)] })
        }))
      }
    ]
  }
}
