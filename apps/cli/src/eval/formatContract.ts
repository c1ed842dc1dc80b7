/** The contract of a claims transformation for people: what it takes, what it gives, how it fails. */
import type { TransformationContract } from '@trustframe/claims'
import type { Style } from '../output/style.ts'

const indent = (lines: ReadonlyArray<string>) => lines.map((line) => `  ${line}`)

const section = (title: string, lines: ReadonlyArray<string>, style: Style): ReadonlyArray<string> =>
  lines.length === 0 ? [] : ['', style.bold(title), ...indent(lines)]

const columns = (rows: ReadonlyArray<readonly [string, string]>): ReadonlyArray<string> => {
  const width = Math.max(0, ...rows.map(([name]) => name.length))
  return rows.map(([name, text]) => `${name.padEnd(width)}  ${text}`.trimEnd())
}

/** A word as a shell takes it. */
const quote = (text: string) => (/^[\w.,@+:/-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`)

const options = (option: string, values: Readonly<Record<string, string>>): ReadonlyArray<string> =>
  Object.entries(values).map(([name, value]) => `${option} ${quote(`${name}=${value}`)}`)

const example = ({
  example: { inputs, outputs, parameters },
  method
}: TransformationContract): ReadonlyArray<string> => {
  return [
    ['trustframe eval', method, ...options('--claim', inputs), ...options('--param', parameters)].join(' '),
    ...Object.entries(outputs).map(([name, value]) => `→ ${name} = ${value}`)
  ]
}

/** Everything that the contract says. */
export const formatContract = (contract: TransformationContract, style: Style): string =>
  [
    `${style.bold(contract.method)}: ${contract.summary}`,
    ...(contract.aliases.length === 0 ? [] : [`also called ${contract.aliases.join(', ')}`]),
    ...section(
      'Input claims',
      columns(
        contract.inputs.map(({ repeated, required, slot, types, whenAbsent }) => [
          slot,
          [
            types.join(' or '),
            ...(repeated ? ['any number'] : required ? [] : ['optional']),
            ...(whenAbsent === 'fails' ? ['fails without a value'] : [])
          ].join(', ')
        ])
      ),
      style
    ),
    ...section(
      'Input parameters',
      columns([
        ...Object.entries(contract.parameters).map(([id, parameter]): readonly [string, string] => [
          id,
          [
            parameter.dataType,
            ...(parameter.values === undefined ? [] : [parameter.values.join(' | ')]),
            ...(parameter.default === undefined
              ? parameter.required
                ? []
                : ['optional']
              : [`default ${parameter.default}`]),
            parameter.summary
          ].join(', ')
        ]),
        ...(contract.otherParameters === undefined
          ? []
          : [
              [
                'any other',
                `${contract.otherParameters.dataTypes.join(' or ')}, ${contract.otherParameters.summary}`
              ] as const
            ])
      ]),
      style
    ),
    ...section(
      'Output claims',
      columns(
        contract.outputs.map(({ repeated, required, slot, types }) => [
          slot,
          [types.join(' or '), ...(repeated ? ['any number'] : required ? [] : ['optional'])].join(', ')
        ])
      ),
      style
    ),
    ...section(
      'Errors',
      columns(
        Object.entries(contract.errors).map(([id, { defaultText, when }]) => [
          id,
          defaultText === undefined ? when : `${when} “${defaultText}”`
        ])
      ),
      style
    ),
    ...section('Remarks', contract.remarks, style),
    ...section('Example', example(contract), style),
    '',
    `Source: ${contract.source}`
  ].join('\n')
