/** GetSingleItemFromJson: the first member of a JSON object. */
import { claim, defineTransformation, fail, Failed, optionalOutput } from '../../contract/index.ts'
import { firstMemberName } from '../../convert/json.ts'
import { jsonAsText, readMember, readObject } from './document.ts'

/** Source: claims-transformations 6; an object without members fails. */
export const GetSingleItemFromJson = defineTransformation({
  method: 'GetSingleItemFromJson',
  family: 'json',
  summary: 'The name and the value of the first member of a JSON object.',
  inputs: [claim('inputJson', 'string')],
  parameters: {},
  outputs: [optionalOutput('key', 'string'), optionalOutput('value', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/json-transformations#getsingleitemfromjson',
  example: {
    inputs: { inputJson: '{"givenName": "Emily", "lastName": "Smith"}' },
    parameters: {},
    outputs: { key: 'givenName', value: 'Emily' }
  },
  transform: () => (inputJson) => {
    const object = readObject(inputJson)
    if (object instanceof Failed) return object
    const name = firstMemberName(inputJson)
    if (name === undefined) return fail('the JSON object has no members')
    const member = readMember(object, name)
    return member instanceof Failed ? member : [name, jsonAsText(member)]
  }
})
