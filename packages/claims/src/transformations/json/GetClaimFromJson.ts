/** GetClaimFromJson: a member of a JSON object, as text. */
import { claim, defineTransformation, Failed, output, text } from '../../contract/index.ts'
import { jsonAsText, readMember, readObject } from './document.ts'

/** Source: claims-transformations 6; an object, an array or a boolean becomes its JSON text, null no value. */
export const GetClaimFromJson = defineTransformation({
  method: 'GetClaimFromJson',
  family: 'json',
  summary: 'A top-level member of a JSON object, as text.',
  remarks: ['Nested members cannot be reached. A member that is missing, or a text that is not JSON, fails.'],
  inputs: [claim('inputJson', 'string')],
  parameters: { claimToExtract: text('The name of the member; case matters.') },
  outputs: [output('extractedClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/json-transformations#getclaimfromjson',
  example: {
    inputs: { inputJson: '{"emailAddress": "someone@example.com", "displayName": "Someone"}' },
    parameters: { claimToExtract: 'emailAddress' },
    outputs: { extractedClaim: 'someone@example.com' }
  },
  transform:
    ({ parameters: { claimToExtract } }) =>
    (inputJson) => {
      const object = readObject(inputJson)
      if (object instanceof Failed) return object
      const member = readMember(object, claimToExtract)
      return member instanceof Failed ? member : [jsonAsText(member)]
    }
})
