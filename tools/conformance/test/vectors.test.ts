/** `conformance vectors` as a person runs it: what it prints, and its exit codes. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const main = join(import.meta.dirname, '../src/main.ts')
let folder = ''

const passing = {
  method: 'NotClaims',
  name: 'not true',
  inputClaims: { inputClaim: { type: 'boolean', value: true } },
  inputParameters: [],
  expect: { outputClaims: { outputClaim: { type: 'boolean', value: false } } }
}
const failing = {
  ...passing,
  name: 'wrong',
  expect: { outputClaims: { outputClaim: { type: 'boolean', value: true } } }
}
const unknown = { kind: 'journey', name: 'later', expect: {} }

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vectors-'))
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content)
  write('passing.json', JSON.stringify([passing]))
  write('failing.json', JSON.stringify([failing, passing, unknown]))
  write('object.json', '{}')
  write('broken.json', '[')
  write('notes.txt', 'not a vector')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const conformance = (...args: ReadonlyArray<string>) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--conditions=@trustframe/source', main, ...args], {
    encoding: 'utf8'
  })
  return { status, stderr: stderr.replaceAll(folder, 'DIR').trim(), stdout: stdout.trim() }
}

const usage = [
  'usage:',
  '  npm run conformance -- corpus DIR [--format text|json]',
  '  npm run conformance -- journeys DIR [--format text|json] [--only PART-OF-PATH]',
  '  npm run conformance -- vectors [DIR] [--format text|json]'
].join('\n')

describe('conformance vectors', () => {
  it('prints how many passed', () => {
    expect(conformance('vectors', join(folder, 'passing.json'))).toStrictEqual({
      status: 0,
      stderr: '',
      stdout: '1 passed, 0 failed, 0 skipped'
    })
  })

  it('prints what failed and what was skipped, and exits with 1', () => {
    expect(conformance('vectors', join(folder, 'failing.json'))).toStrictEqual({
      status: 1,
      stderr: '',
      stdout: [
        'failed   failing.json: wrong (NotClaims)',
        '  expected {"outputClaims":{"outputClaim":{"type":"boolean","value":true}}}',
        '  actual   {"outputClaims":{"outputClaim":false}}',
        'skipped  failing.json: later (journey): vectors of the kind "journey" are not known',
        '1 passed, 1 failed, 1 skipped'
      ].join('\n')
    })
  })

  it('prints JSON', () => {
    const { status, stdout } = conformance('vectors', join(folder, 'failing.json'), '--format', 'json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toStrictEqual({
      passed: 1,
      failed: [
        {
          file: 'failing.json',
          name: 'wrong',
          method: 'NotClaims',
          expected: failing.expect,
          actual: { outputClaims: { outputClaim: false } }
        }
      ],
      skipped: [
        {
          file: 'failing.json',
          name: 'later',
          method: 'journey',
          reason: 'vectors of the kind "journey" are not known'
        }
      ]
    })
  })

  it.each([
    [['vectors', 'DIR'], 'conformance: DIR/broken.json is not valid JSON'],
    [['vectors', 'DIR/object.json'], 'conformance: object.json: expected an array of vectors'],
    [['vectors', 'DIR/nowhere'], 'conformance: there is no folder DIR/nowhere; name one: vectors DIR'],
    [['vectors', 'DIR', 'DIR'], 'conformance: vectors takes one folder, not 2'],
    [['vectors', 'DIR', '--format', 'xml'], 'conformance: --format is "xml"; expected text or json'],
    [['vectrs'], `conformance: there is no subcommand "vectrs"\n${usage}`],
    [[], usage]
  ])('%j exits with 2', (args, stderr) => {
    const given = args.map((arg) => arg.replace('DIR', folder))
    expect(conformance(...given)).toStrictEqual({ status: 2, stderr, stdout: '' })
  })
})
