/** How a compiled transformation runs: failures, what stays, order. */
import { describe, expect, it } from 'vitest'
import {
  ClaimTable,
  compileTransformation,
  runTransformations,
  type TransformationDeclaration
} from '@trustframe/claims'
import { ambient } from '../support/run.ts'

const claims = new ClaimTable([
  { id: 'first', dataType: 'string' },
  { id: 'second', dataType: 'string' },
  { id: 'flag', dataType: 'boolean' }
])

const compile = (declaration: TransformationDeclaration) => {
  const compiled = compileTransformation(declaration, { claims })
  if (compiled._tag === 'RefusedTransformation') throw new Error(compiled.problems.map(({ message }) => message).join())
  return compiled
}

const assertEqual = compile({
  id: 'AssertSame',
  method: 'AssertStringClaimsAreEqual',
  inputClaims: [
    { claimTypeId: 'first', transformationClaimType: 'inputClaim1' },
    { claimTypeId: 'second', transformationClaimType: 'inputClaim2' }
  ],
  inputParameters: [{ id: 'stringComparison', dataType: 'string', value: 'ordinal' }],
  outputClaims: []
})

const upper = compile({
  id: 'Upper',
  method: 'ChangeCase',
  inputClaims: [{ claimTypeId: 'first', transformationClaimType: 'inputClaim1' }],
  inputParameters: [{ id: 'toCase', dataType: 'string', value: 'UPPER' }],
  outputClaims: [{ claimTypeId: 'first', transformationClaimType: 'outputClaim' }]
})

const append = compile({
  id: 'Append',
  method: 'FormatStringMultipleClaims',
  inputClaims: [
    { claimTypeId: 'first', transformationClaimType: 'inputClaim1' },
    { claimTypeId: 'second', transformationClaimType: 'inputClaim2' }
  ],
  inputParameters: [{ id: 'stringFormat', dataType: 'string', value: '{0}{1}' }],
  outputClaims: [{ claimTypeId: 'first', transformationClaimType: 'outputClaim' }]
})

describe('a failure', () => {
  it('carries the id of its message, the default text, arguments and no values', () => {
    const failure = assertEqual.run(['secret one', 'secret two', undefined], ambient)
    expect(failure).toMatchObject({
      _tag: 'TransformationFailure',
      transformationId: 'AssertSame',
      method: 'AssertStringClaimsAreEqual',
      messageId: 'UserMessageIfClaimsTransformationStringsAreNotEqual',
      defaultText: 'Claim value comparison failed using StringComparison "{0}".',
      messageArguments: ['Ordinal'],
      reason: 'the texts differ'
    })
    expect(JSON.stringify(failure)).not.toContain('secret')
  })

  it('names the claim that has no value', () => {
    expect(upper.run(claims.emptyBag(), ambient)?.message).toBe(
      'The claims transformation "Upper" (ChangeCase) failed: the claim "first" (InputClaim "inputClaim1") has no value'
    )
  })

  it('names a claim that holds another kind of value, and not the value', () => {
    expect(upper.run([true, undefined, undefined], ambient)?.reason).toBe(
      'the claim "first" (InputClaim "inputClaim1") holds a value that is not of data type string'
    )
  })
})

describe('runTransformations', () => {
  it('shows each the results of those before', () => {
    const bag = ['a', 'b', undefined]
    expect(runTransformations([upper, append, upper], bag, ambient)).toBeUndefined()
    expect(bag).toStrictEqual(['AB', 'b', undefined])
  })

  it('stops at the first failure and keeps what was written', () => {
    const bag = ['a', 'b', undefined]
    expect(runTransformations([upper, assertEqual, append], bag, ambient)?.transformationId).toBe('AssertSame')
    expect(bag).toStrictEqual(['A', 'b', undefined])
  })
})
