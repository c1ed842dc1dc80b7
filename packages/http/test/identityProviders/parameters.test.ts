import { assert, describe, it } from '@effect/vitest'
import { formOf, readAdditional, readForm, withParameters } from '../../src/identityProviders/parameters.ts'

describe('parameters behind a URL', () => {
  const rows: ReadonlyArray<readonly [url: string, expected: string]> = [
    ['https://idp.test', 'https://idp.test?a=1%2B2%20%C3%A9'],
    ['https://idp.test/a?', 'https://idp.test/a?a=1%2B2%20%C3%A9'],
    ['https://idp.test/a?b=%20c', 'https://idp.test/a?b=%20c&a=1%2B2%20%C3%A9'],
    ['https://idp.test/a?b&', 'https://idp.test/a?b&a=1%2B2%20%C3%A9'],
    ['https://idp.test/a#b?c', 'https://idp.test/a?a=1%2B2%20%C3%A9']
  ]
  it.each(rows)('%s', (url, expected) => {
    assert.strictEqual(withParameters(url, { a: '1+2 é', none: undefined, empty: '' }), expected)
  })

  it('are nothing when there are none', () => {
    assert.strictEqual(withParameters('https://idp.test/a?b#c', { none: undefined }), 'https://idp.test/a?b')
  })
})

it('a form is read as it was written', () => {
  const parameters = { 'a b': "1+2&3=4 !'()*~", é: '€' }
  assert.strictEqual(formOf(parameters), 'a+b=1%2B2%263%3D4+%21%27%28%29*%7E&%C3%A9=%E2%82%AC')
  assert.deepStrictEqual(readForm(formOf(parameters)), parameters)
})

describe('AdditionalRequestQueryParameters', () => {
  const rows: ReadonlyArray<readonly [text: string | undefined, expected: Readonly<Record<string, string>>]> = [
    [undefined, {}],
    ['', {}],
    ['a=1', { a: '1' }],
    ['a=1,b=2', { a: '1', b: '2' }],
    ['a=1, b=2', { a: '1', b: '2' }],
    ['?a=1&b=2', { a: '1', b: '2' }],
    ['fields=id,name,b=2', { fields: 'id,name', b: '2' }],
    ['a=x+y%20z%2C', { a: 'x+y z,' }],
    ['a=b=c', { a: 'b=c' }],
    ['=x', {}]
  ]
  it.each(rows)('%s', (text, expected) => {
    assert.deepStrictEqual(readAdditional(text), expected)
  })
})
