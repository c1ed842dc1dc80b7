import { assert, describe, it } from '@effect/vitest'
import { aadb2cCodes, aadb2cMessage, aadb2cMessages, explainAadb2c, formatAadb2c } from '../../src/index.ts'

describe('the catalogue of AADB2C errors', () => {
  it('has every code that has a message', () => {
    assert.deepStrictEqual<readonly string[]>(aadb2cCodes, Object.keys(aadb2cMessages))
    assert.isAbove(aadb2cCodes.length, 200)
  })

  it.each(aadb2cCodes)('%s says what it means, why it happens and what to do', (code) => {
    const error = explainAadb2c(code)
    assert.isDefined(error)
    if (error === undefined) return
    const { causes, meaning, message, remedy } = error
    assert.isNotEmpty(message)
    assert.match(meaning, /^[A-Z].*\.$/)
    assert.match(remedy, /\S.*\.$/)
    assert.isAbove(causes.length, 0)
    for (const cause of causes) assert.match(cause, /^\S.*[^.]$/)
  })

  it.each([
    ['AADB2C90075', 'AADB2C90075'],
    ['aadb2c90075', 'AADB2C90075'],
    ['90075', 'AADB2C90075'],
    ['AADB2C:90075', 'AADB2C90075'],
    ['AADB2C12345', undefined],
    ['TF2001', undefined],
    ['', undefined]
  ])('explains "%s"', (written, code) => {
    assert.strictEqual(explainAadb2c(written)?.code, code)
  })

  it('puts arguments in their places', () => {
    assert.strictEqual(
      formatAadb2c('AADB2C90023', 'REST-GetTier', 'ServiceUrl'),
      "AADB2C90023: Profile 'REST-GetTier' does not contain the required metadata key 'ServiceUrl'."
    )
    assert.strictEqual(aadb2cMessage('AADB2C90273'), "An invalid response was received : '{0}'")
  })
})
