/** What holds for every claims transformation: its contract, and that its example is true. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  ClaimTable,
  compileTransformation,
  ConversionFailure,
  type DataType,
  findTransformation,
  formatValue,
  parseValue,
  type TransformationContract,
  transformations
} from '@trustframe/claims'
import { ambient } from '../support/run.ts'

const contracts: ReadonlyArray<TransformationContract> = [...transformations.values()].map(({ contract }) => contract)
const folder = join(import.meta.dirname, '../../src/transformations')

/** The bytes of the printed secret. */
const secretBytes = (secret: string): Uint8Array => {
  const bits = Array.from(secret, (letter) =>
    'abcdefghijklmnopqrstuvwxyz234567'.indexOf(letter).toString(2).padStart(5, '0')
  )
  return Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

const textOrFirst = (types: ReadonlyArray<DataType> = []): DataType =>
  types.includes('string') ? 'string' : (types[0] ?? 'string')

const typeOf = (
  slots: ReadonlyArray<{ readonly slot: string; readonly types: ReadonlyArray<DataType>; readonly repeated: boolean }>,
  name: string
): DataType => textOrFirst((slots.find(({ slot }) => slot === name) ?? slots.find(({ repeated }) => repeated))?.types)

const runExample = ({ example, inputs, method, outputs, parameters }: TransformationContract) => {
  // Outputs of any number hold text, except where the example shows a number.
  const outputType = (name: string): DataType => {
    const isNumber = /^\d+$/.test(example.outputs[name] ?? '')
    return outputs.some(({ repeated }) => repeated) && !outputs.some(({ slot }) => slot === name)
      ? isNumber
        ? 'int'
        : 'string'
      : typeOf(outputs, name)
  }
  const inputNames = Object.keys(example.inputs)
  const outputNames = new Set([
    ...outputs.filter(({ repeated, required }) => required && !repeated).map(({ slot }) => slot),
    ...Object.keys(example.outputs)
  ])
  const inputType = (name: string): DataType =>
    inputs.find(({ slot }) => slot === name) === undefined ? 'string' : typeOf(inputs, name)
  const claims = new ClaimTable([
    ...inputNames.map((name) => ({ id: `in ${name}`, dataType: inputType(name) })),
    ...[...outputNames].map((name) => ({ id: `out ${name}`, dataType: outputType(name) }))
  ])
  const compiled = compileTransformation(
    {
      id: 'Example',
      method,
      inputClaims: inputNames.map((name) => ({ claimTypeId: `in ${name}`, transformationClaimType: name })),
      outputClaims: [...outputNames].map((name) => ({ claimTypeId: `out ${name}`, transformationClaimType: name })),
      inputParameters: Object.entries(example.parameters).map(([id, value]) => ({
        id,
        dataType: parameters[id]?.dataType ?? 'string',
        value
      }))
    },
    {
      claims,
      expressions: { RelyingPartyTenantId: 'contoso.onmicrosoft.com' },
      satisfiesPredicates: () => (text) => text.startsWith('+'),
      restriction: () => [{ text: 'B2C_V1_90001', value: 'You cannot sign in because you are a minor' }],
      localizedString: (elementType) =>
        elementType === 'GetLocalizedStringsTransformationClaimType'
          ? 'Contoso account email verification code'
          : "The email '{0}' is already an account in this organization."
    }
  )
  if (compiled._tag === 'RefusedTransformation') return compiled.problems
  const bag = claims.emptyBag()
  for (const [name, text] of Object.entries(example.inputs)) {
    const claim = claims.find(`in ${name}`)
    const value = parseValue(inputType(name), text)
    if (claim !== undefined && !(value instanceof ConversionFailure)) bag[claim.slot] = value
  }
  const failure = compiled.run(bag, {
    ...ambient,
    randomBytes: () => secretBytes('hmlcmd4ph6fph64c'),
    policyKey: () => '1234567890'
  })
  if (failure !== undefined || compiled.problems.length > 0) return failure ?? compiled.problems
  return Object.fromEntries(
    Object.keys(example.outputs).map((name) => {
      const value = bag[claims.find(`out ${name}`)?.slot ?? -1]
      return [name, value === undefined ? undefined : formatValue(value)]
    })
  )
}

describe.each(contracts.map((contract) => ({ method: contract.method, contract })))(
  '$method',
  ({ contract, method }) => {
    it('has an example that is true', () => {
      expect(runExample(contract)).toStrictEqual({ ...contract.example.outputs })
    })

    it('stands in the folder of its family', () => {
      expect(readdirSync(join(folder, contract.family))).toContain(`${method}.ts`)
    })

    it('says where it is documented', () => {
      expect(contract.source).toMatch(/^https:\/\/(learn\.microsoft\.com|github\.com\/azure-ad-b2c)\//)
    })

    it('is described in sentences', () => {
      expect(
        [contract.summary, ...contract.remarks].filter((sentence) => !/^[A-Zf].*\.$/.test(sentence))
      ).toStrictEqual([])
    })

    it('is found by its name in any case', () => {
      expect(findTransformation(method.toUpperCase())?.contract).toBe(contract)
    })

    it('names each slot once, and declares at most one of any number', () => {
      for (const slots of [contract.inputs, contract.outputs]) {
        expect(new Set(slots.map(({ slot }) => slot)).size).toBe(slots.length)
        expect(slots.filter(({ repeated }) => repeated).length).toBeLessThanOrEqual(1)
      }
    })
  }
)

describe('the table', () => {
  it('has the 64 documented methods and five of the undocumented ones; the sixth is an alias', () => {
    expect(contracts).toHaveLength(69)
    expect(contracts.flatMap(({ aliases }) => aliases)).toStrictEqual(['GuidAndRandomGenerator'])
  })

  it('holds every file of the families', () => {
    const files = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => readdirSync(join(folder, entry.name)))
      .filter((name) => /^[A-Z]/.test(name))
    expect(files.map((name) => name.replace(/\.ts$/, '')).toSorted()).toStrictEqual(
      [...transformations.keys()].toSorted()
    )
  })

  it('knows the message ids of the service', () => {
    expect(
      Object.fromEntries(contracts.flatMap(({ errors, method }) => Object.keys(errors).map((id) => [id, method])))
    ).toStrictEqual({
      UserMessageIfClaimsTransformationBooleanValueIsNotEqual: 'AssertBooleanClaimIsEqualToValue',
      DateTimeGreaterThan: 'AssertDateTimeIsGreaterThan',
      AssertNumberError: 'AssertNumber',
      UserMessageIfClaimsTransformationInvalidPhoneNumber: 'ConvertStringToPhoneNumberClaim',
      UserMessageIfPhoneNumberParseFailure: 'GetNationalNumberAndCountryCodeFromPhoneNumberString',
      UserMessageIfClaimsTransformationStringsAreNotEqual: 'AssertStringClaimsAreEqual',
      LookupNotFound: 'LookupValue'
    })
  })
})
