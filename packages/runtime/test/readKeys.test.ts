import * as Redacted from 'effect/Redacted'
import { describe, expect, it } from 'vitest'
import { keysFromEnvironment, readKeys } from '@trustframe/runtime'

const secrets = (text: string) => {
  const read = readKeys(text)
  if (read._tag === 'Problem') return `${read.line}: ${read.message}`
  return Object.fromEntries(
    Object.entries(read.keys).map(([name, key]) => [
      name,
      key._tag === 'Secret' ? Redacted.value(key.secret) : key._tag
    ])
  )
}

describe('a keys file', () => {
  it.each<[string, string, unknown]>([
    ['lines', 'B2C_1A_A=one\nB2C_1A_B = two words \n', { B2C_1A_A: 'one', B2C_1A_B: 'two words' }],
    ['comments, empty lines, CRLF and export', '# keys\r\n\r\nexport B2C_1A_A=one\r\n', { B2C_1A_A: 'one' }],
    ['an equal sign in a value', 'B2C_1A_A=a=b==', { B2C_1A_A: 'a=b==' }],
    ['quotes', 'A="one # \\"two\\""\nB=\' three \'', { A: 'one # "two"', B: ' three ' }],
    ['JSON', '{ "B2C_1A_A": "one" }', { B2C_1A_A: 'one' }],
    ['a certificate', '{ "B2C_1A_C": { "pkcs12": "AQID", "passphrase": "p" } }', { B2C_1A_C: 'Certificate' }]
  ])('may hold %s', (_, text, expected) => {
    expect(secrets(text)).toEqual(expected)
  })

  it('says which line it cannot read, without quoting it', () => {
    expect(secrets('A=one\nhunter2\n')).toBe('2: a line is neither NAME=value nor a comment')
  })

  it('does not quote a broken JSON file', () => {
    expect(secrets('{ "A": hunter2 }')).not.toContain('hunter2')
  })
})

it('takes keys from the environment by their names', () => {
  expect(Object.keys(keysFromEnvironment({ TRUSTFRAME_KEY_B2C_1A_A: 'x', PATH: '/bin' }))).toEqual(['B2C_1A_A'])
})
