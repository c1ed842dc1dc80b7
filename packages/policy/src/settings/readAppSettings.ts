/** Reads the `appsettings.json` of the VS Code extension for B2C (policy-language.md section 9). */
import { diagnose } from '../diagnose.ts'
import type { Diagnostic } from '../Diagnostic.ts'
import type { Text } from '../model/Text.ts'
import { suggest } from '../suggest.ts'
import { type SourceText, sourceText } from '../syntax/SourceText.ts'
import { type JsonNode, parseJson } from './json.ts'
import type { Settings } from './Settings.ts'

/** An environment of `appsettings.json`. */
export interface AppEnvironment {
  readonly name: Text
  readonly production: boolean
  readonly settings: Settings
}

/** What an `appsettings.json` says. */
export interface AppSettings {
  /** Those that can be used, in the order of the file. */
  readonly environments: ReadonlyArray<AppEnvironment>
  /** Where built policies go; `Environments` unless the file says otherwise. */
  readonly environmentsFolder: string
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Reads settings. Total: what is wrong is a diagnostic `TF1203`, `TF1204` or `TF1205`. */
export const readAppSettings = (path: string, text: string): AppSettings => {
  const source = sourceText(path, text)
  const parsed = parseJson(source.text)
  const diagnostics: Array<Diagnostic> = []
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic)
  const none = { environments: [], environmentsFolder: defaultFolder, diagnostics }
  if (parsed.kind === 'fault') {
    const { start, message } = parsed
    report(diagnose('TF1203', { source, start, end: start + 1 }, `"${path}" is not JSON: ${message}`))
    return none
  }
  const list = member(parsed, 'Environments')
  if (list === undefined || list.kind !== 'array') {
    const message = '"Environments" must be a list of environments'
    const help = 'write {"Environments": [{"Name": "Development", "Tenant": "…", "PolicySettings": {}}]}'
    report(diagnose('TF1204', spanOf(source, list ?? { start: 0, end: 1 }), message, { help }))
    return none
  }
  const folder = member(parsed, 'EnvironmentsFolder')
  return {
    environments: list.items.flatMap((item) => readEnvironment(source, item, report)),
    environmentsFolder: folder?.kind === 'string' ? folder.value : defaultFolder,
    diagnostics
  }
}

const defaultFolder = 'Environments'

type Report = (diagnostic: Diagnostic) => void

const spanOf = (source: SourceText, { start, end }: Pick<JsonNode, 'start' | 'end'>) => ({ source, start, end })

const member = (node: JsonNode, name: string): JsonNode | undefined =>
  node.kind === 'object' ? node.members.findLast((found) => found.name.value === name)?.value : undefined

const readEnvironment = (source: SourceText, node: JsonNode, report: Report): ReadonlyArray<AppEnvironment> => {
  const wrong = (at: JsonNode, message: string, help: string): ReadonlyArray<never> => {
    report(diagnose('TF1204', spanOf(source, at), message, { help }))
    return []
  }
  if (node.kind !== 'object') return wrong(node, 'an environment must be an object', 'write {"Name": "…", …}')
  const name = member(node, 'Name')
  if (name?.kind !== 'string' || name.value === '') {
    return wrong(name ?? node, 'an environment must have a "Name"', 'add "Name": "Development"')
  }
  const values = member(node, 'PolicySettings')
  if (values?.kind !== 'object') {
    const names = node.members.map((found) => found.name.value)
    const meant = suggest('PolicySettings', names)
    const help = meant === undefined ? 'add "PolicySettings": {}' : `"${meant}" should be "PolicySettings"`
    return wrong(values ?? name, `the environment "${name.value}" has no object "PolicySettings"`, help)
  }
  const tenant = member(node, 'Tenant')
  if (tenant !== undefined && tenant.kind !== 'string') wrong(tenant, '"Tenant" must be a text', 'put it in quotes')
  const production = member(node, 'Production')
  return [
    {
      name: { value: name.value, span: { source, start: name.start + 1, end: name.end - 1 } },
      production: production?.kind === 'boolean' && production.text === 'true',
      settings: {
        environment: name.value,
        ...(tenant?.kind === 'string' ? { tenant: tenant.value } : {}),
        values: readValues(source, values, report)
      }
    }
  ]
}

/** Numbers and booleans become their text. */
const readValues = (
  source: SourceText,
  { members }: JsonNode & { readonly kind: 'object' },
  report: Report
): Readonly<Record<string, string>> => {
  const seen = new Map<string, Pick<JsonNode, 'start' | 'end'>>()
  const values = new Map<string, string>()
  for (const { name, value } of members) {
    const other = seen.get(name.value.toLowerCase())
    if (other !== undefined) {
      report(
        diagnose('TF1205', spanOf(source, name), `the setting "${name.value}" is given twice; the last one counts`, {
          help: 'remove one of them; names of settings are compared ignoring case',
          related: [{ message: 'the first is here', span: spanOf(source, other) }]
        })
      )
    }
    seen.set(name.value.toLowerCase(), name)
    if (value.kind === 'string') {
      values.set(name.value, value.value)
    } else if (value.kind === 'number' || value.kind === 'boolean') {
      values.set(name.value, value.text)
    } else {
      const message = `the setting "${name.value}" is ${value.kind === 'null' ? 'null' : `an ${value.kind}`}`
      report(diagnose('TF1204', spanOf(source, value), message, { help: 'write its value as a text in quotes' }))
    }
  }
  return Object.fromEntries(values)
}
