/** XmlStringToJsonString: an XML document as JSON. */
import { claim, defineTransformation, fail, output } from '../../contract/index.ts'
import { stringifyJson } from '../../convert/json.ts'
import { MalformedXml } from './readXml.ts'
import { xmlToJson } from './xmlToJson.ts'

/** Source: claims-transformations 6. */
export const XmlStringToJsonString = defineTransformation({
  method: 'XmlStringToJsonString',
  family: 'json',
  summary: 'An XML document as a JSON document.',
  remarks: [
    'Elements become members, attributes members named @name, text beside them #text; repeated elements become an array.',
    'A text that is not well-formed XML fails, and so does one with a DOCTYPE.'
  ],
  inputs: [claim('xml', 'string')],
  parameters: {},
  outputs: [output('json', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/json-transformations#xmlstringtojsonstring',
  example: {
    inputs: { xml: '<user id="7"><name>Someone</name></user>' },
    parameters: {},
    outputs: { json: '{"user":{"@id":"7","name":"Someone"}}' }
  },
  transform: () => (xml) => {
    const json = xmlToJson(xml)
    return json instanceof MalformedXml
      ? fail(`the text is not well-formed XML: ${json.reason}`)
      : [stringifyJson(json)]
  }
})
