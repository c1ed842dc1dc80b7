/** GenerateJson: a JSON document of claims and constants, each at a path. */
import { dataTypes } from '../../DataType.ts'
import { anyClaims, defineTransformation, fail, output } from '../../contract/index.ts'
import { stringifyJson } from '../../convert/json.ts'
import { toJson } from '../../convert/toJson.ts'
import { JsonTree } from './jsonTree.ts'

/** Source: claims-transformations 6; a claim without a value is left out. */
export const GenerateJson = defineTransformation({
  method: 'GenerateJson',
  family: 'json',
  summary: 'A JSON document of claims and constants.',
  remarks: [
    'A path is made of names, and of indexes from 0 for the elements of an array, with dots between them.',
    'Strings become JSON strings; int, long and boolean keep their JSON type.',
    'Claims are placed before parameters. A claim without a value is left out; an index that is left out is null.'
  ],
  inputs: [anyClaims('{path}', ...dataTypes)],
  parameters: {},
  otherParameters: { dataTypes: ['string', 'int', 'long', 'boolean'], summary: 'The Id is the path of the constant.' },
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/json-transformations#generatejson',
  example: {
    inputs: { 'customer.email': 'john.s@contoso.com' },
    parameters: { 'customer.role': 'Administrator', 'tags.0': 'new' },
    outputs: { outputClaim: '{"customer":{"email":"john.s@contoso.com","role":"Administrator"},"tags":["new"]}' }
  },
  transform:
    ({ otherParameters }) =>
    (claims) => {
      const tree = new JsonTree()
      for (const { name, value } of [...claims, ...otherParameters]) {
        if (value === undefined) continue
        const problem = tree.add(name, toJson(value))
        if (problem !== undefined) return fail(problem)
      }
      return [stringifyJson(tree.toJson())]
    }
})
