import { describe, expect, it } from 'vitest'
import { formatDiagnostic, readAppSettings } from '../../src/index.ts'

const read = (text: string) => readAppSettings('appsettings.json', text)

describe('appsettings.json', () => {
  it('gives the environments', () => {
    const { environments, environmentsFolder, diagnostics } = read(`\ufeff{
      "Environments": [
        {
          "Name": "Development",
          "Production": false,
          "Tenant": "contosodev.onmicrosoft.com",
          "PolicySettings": { "ApiId": "a\\u0062c", "Enabled": true, "Days": 14 }
        },
        { "Name": "Production", "Production": true, "PolicySettings": {} }
      ],
      "PoliciesFolder": "ignored"
    }`)
    expect(diagnostics).toEqual([])
    expect(environmentsFolder).toBe('Environments')
    expect(environments.map(({ name, production, settings }) => [name.value, production, settings])).toEqual([
      [
        'Development',
        false,
        {
          environment: 'Development',
          tenant: 'contosodev.onmicrosoft.com',
          values: { ApiId: 'abc', Enabled: 'true', Days: '14' }
        }
      ],
      ['Production', true, { environment: 'Production', values: {} }]
    ])
  })

  it('names the folder for built policies', () => {
    expect(read('{"Environments": [], "EnvironmentsFolder": "out"}').environmentsFolder).toBe('out')
  })

  it('knows where an environment stands', () => {
    const { environments } = read('{"Environments": [\n  {"Name": "Test", "PolicySettings": {}}]}')
    expect(environments.map(({ name: { span } }) => span.source.positionAt(span.start))).toEqual([
      { file: 'appsettings.json', line: 2, column: 13 }
    ])
  })
})

describe('what is wrong with it is told at its place', () => {
  it.each([
    ['', '1:1 "appsettings.json" is not JSON: the text ends too early'],
    ['{"Environments": [}', '1:19 "appsettings.json" is not JSON: "}" begins no value'],
    ['{"Environments": [],}', '1:21 "appsettings.json" is not JSON: expected a name in quotes'],
    ['{"a": "b\nc"}', '1:9 "appsettings.json" is not JSON: a string must end on its line'],
    ['{"a": "\\x"}', '1:8 "appsettings.json" is not JSON: the escape is not known'],
    ['{"a": "b', '1:7 "appsettings.json" is not JSON: the string is not closed'],
    ['{"a" 1}', '1:6 "appsettings.json" is not JSON: expected ":" behind the name "a"'],
    ['{"a": 01}', '1:7 "appsettings.json" is not JSON: "0" begins no value'],
    ['[1 2]', '1:4 "appsettings.json" is not JSON: expected "," or "]"'],
    ['{} {}', '1:4 "appsettings.json" is not JSON: nothing may follow the JSON value'],
    ['['.repeat(100), '1:52 "appsettings.json" is not JSON: values are nested too deep'],
    ['[]', '1:1 "Environments" must be a list of environments'],
    ['{"Environments": {}}', '1:18 "Environments" must be a list of environments'],
    ['{"Environments": ["Test"]}', '1:19 an environment must be an object'],
    ['{"Environments": [{"PolicySettings": {}}]}', '1:19 an environment must have a "Name"'],
    ['{"Environments": [{"Name": 1, "PolicySettings": {}}]}', '1:28 an environment must have a "Name"'],
    ['{"Environments": [{"Name": "T"}]}', '1:28 the environment "T" has no object "PolicySettings"'],
    [
      '{"Environments": [{"Name": "T", "PolicySettings": []}]}',
      '1:51 the environment "T" has no object "PolicySettings"'
    ],
    ['{"Environments": [{"Name": "T", "Tenant": 1, "PolicySettings": {}}]}', '1:43 "Tenant" must be a text'],
    ['{"Environments": [{"Name": "T", "PolicySettings": {"A": null}}]}', '1:57 the setting "A" is null'],
    ['{"Environments": [{"Name": "T", "PolicySettings": {"A": {}}}]}', '1:57 the setting "A" is an object'],
    [
      '{"Environments": [{"Name": "T", "PolicySettings": {"A": "", "a": ""}}]}',
      '1:61 the setting "a" is given twice; the last one counts'
    ]
  ])('%s', (text, expected) => {
    const told = read(text).diagnostics.map(({ message, span }) => {
      const { line, column } = span.source.positionAt(span.start)
      return `${line}:${column} ${message}`
    })
    expect(told).toEqual([expected])
  })

  it('and the other environments are there', () => {
    const { environments, diagnostics } = read(
      '{"Environments": [{"Name": "A"}, {"Name": "B", "PolicySettings": {}}, {"PolicySetting": {}, "Name": "C"}]}'
    )
    expect(environments.map(({ name }) => name.value)).toEqual(['B'])
    expect(diagnostics.map(({ help }) => help)).toEqual([
      'add "PolicySettings": {}',
      '"PolicySetting" should be "PolicySettings"'
    ])
  })

  it('as any other diagnostic', () => {
    expect(
      read('{"Environments": 1}')
        .diagnostics.map((found) => formatDiagnostic(found))
        .join('\n')
    ).toBe(
      [
        'error[TF1204]: "Environments" must be a list of environments',
        ' --> appsettings.json:1:18',
        '  |',
        '1 | {"Environments": 1}',
        '  |                  ^',
        '  = help: write {"Environments": [{"Name": "Development", "Tenant": "…", "PolicySettings": {}}]}'
      ].join('\n')
    )
  })
})
