/** GetNumericClaimFromJson: a number of a JSON object, as a long. */
import { longFromJson } from '../../convert/fromJson.ts'
import { claim, defineTransformation, fail, Failed, output, text } from '../../contract/index.ts'
import { readMember, readObject } from './document.ts'

/** Source: claims-transformations 6; numbers of 64 bits stay exact, numeric text and fractions are not numbers here. */
export const GetNumericClaimFromJson = defineTransformation({
  method: 'GetNumericClaimFromJson',
  family: 'json',
  summary: 'A top-level member of a JSON object, as a long.',
  remarks: ['A member that is missing or not an integer of 64 bits, or a text that is not JSON, fails.'],
  inputs: [claim('inputJson', 'string')],
  parameters: { claimToExtract: text('The name of the member; case matters.') },
  outputs: [output('extractedClaim', 'long')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/json-transformations#getnumericclaimfromjson',
  example: {
    inputs: { inputJson: '{"displayName": "Someone", "id": 6353399}' },
    parameters: { claimToExtract: 'id' },
    outputs: { extractedClaim: '6353399' }
  },
  transform:
    ({ parameters: { claimToExtract } }) =>
    (inputJson) => {
      const object = readObject(inputJson)
      if (object instanceof Failed) return object
      const member = readMember(object, claimToExtract)
      if (member instanceof Failed) return member
      const number = longFromJson(member)
      return number === undefined ? fail(`the member "${claimToExtract}" is not an integer of 64 bits`) : [number]
    }
})
