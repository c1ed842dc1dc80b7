import { assert, describe, it } from '@effect/vitest'
import { check } from './support/checkText.ts'

describe('the base policy of the tests', () => {
  it('is clean', () => {
    const found = check('').map(({ code, message }) => `${code} ${message}`)
    assert.deepStrictEqual(found, [])
  })
})
