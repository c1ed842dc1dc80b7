/** JSON transformations: claims-transformations section 6. */
import { describe, expect, it } from 'vitest'
import { type Case, namedCase, run } from '../support/run.ts'

const failed = { error: 'TransformationFailed' }
const keyAndValue = { jsonSourceKeyName: 'key', jsonSourceValueName: 'value' }

const tables: Readonly<Record<string, ReadonlyArray<Case>>> = {
  CreateJsonArray: [
    ['escapes', { inputClaim: 'a"\\\n' }, {}, { outputClaim: '["a\\"\\\\\\n"]' }],
    ['empty text', { inputClaim: '' }, {}, { outputClaim: '[""]' }],
    ['a missing claim fails', { inputClaim: null }, {}, failed]
  ],
  GenerateJson: [
    [
      'names and indexes, claims before parameters',
      { 'a.b': 'x', 'list.0': 'one' },
      { 'a.c': 'y', 'list.1': 'two', z: '' },
      { outputClaim: '{"a":{"b":"x","c":"y"},"list":["one","two"],"z":""}' }
    ],
    [
      'claims keep their JSON type',
      { text: 'a', yes: true, count: 7, id: 9_007_199_254_740_993n, day: '2022-01-03', roles: ['a', 'b'] },
      {},
      { outputClaim: '{"text":"a","yes":true,"count":7,"id":9007199254740993,"day":"2022-01-03","roles":["a","b"]}' },
      { types: { yes: 'boolean', count: 'int', id: 'long', day: 'date', roles: 'stringCollection' } }
    ],
    [
      'parameters keep their JSON type',
      {},
      { yes: 'True', count: '7', id: '8' },
      { outputClaim: '{"yes":true,"count":7,"id":8}' },
      { parameterTypes: { yes: 'boolean', count: 'int', id: 'long' } }
    ],
    ['a claim without a value is left out', { a: null, b: 'x' }, {}, { outputClaim: '{"b":"x"}' }],
    [
      'an index that is left out is null',
      { 'list.0': null, 'list.1': 'x' },
      {},
      { outputClaim: '{"list":[null,"x"]}' }
    ],
    ['nothing gives an empty object', {}, {}, { outputClaim: '{}' }],
    ['JSON inside a text stays text', { a: '{"b":1}' }, {}, { outputClaim: '{"a":"{\\"b\\":1}"}' }],
    ['a path beneath a value fails', { a: 'x', 'a.b': 'y' }, {}, failed],
    ['a path twice fails', { a: 'x' }, { a: 'y' }, failed],
    ['a date parameter is refused', {}, { a: '2022-01-01' }, { error: 'Refused' }, { parameterTypes: { a: 'date' } }]
  ],
  GetClaimFromJson: [
    ['a text', { inputJson: '{"a":"x"}' }, { claimToExtract: 'a' }, { extractedClaim: 'x' }],
    ['a number as text', { inputJson: '{"a":12}' }, { claimToExtract: 'a' }, { extractedClaim: '12' }],
    [
      'every digit',
      { inputJson: '{"a":9223372036854775807}' },
      { claimToExtract: 'a' },
      { extractedClaim: '9223372036854775807' }
    ],
    ['a boolean as text', { inputJson: '{"a":true}' }, { claimToExtract: 'a' }, { extractedClaim: 'true' }],
    [
      'an object as JSON text',
      { inputJson: '{"a":{"b": [1]}}' },
      { claimToExtract: 'a' },
      { extractedClaim: '{"b":[1]}' }
    ],
    [
      'null is no value',
      { inputJson: '{"a":null}' },
      { claimToExtract: 'a' },
      { extractedClaim: null },
      { before: { extractedClaim: 'old' } }
    ],
    ['nested members are not found', { inputJson: '{"a":{"b":"x"}}' }, { claimToExtract: 'a.b' }, failed],
    ['names are exact', { inputJson: '{"A":"x"}' }, { claimToExtract: 'a' }, failed],
    ['inherited names are not members', { inputJson: '{}' }, { claimToExtract: 'toString' }, failed],
    ['an array is not an object', { inputJson: '["a"]' }, { claimToExtract: '0' }, failed],
    ['not JSON', { inputJson: "{'a':1}" }, { claimToExtract: 'a' }, failed]
  ],
  GetClaimsFromJsonArray: [
    [
      'values in the types of their claims',
      {
        jsonSource:
          '[{"key":"a","value":7},{"key":"b","value":"2022-01-01"},{"key":"c","value":["x"]},{"key":"d","value":true}]'
      },
      keyAndValue,
      { a: 7, b: '2022-01-01', c: ['x'], d: 'true' },
      { outputs: { a: 'int', b: 'date', c: 'stringCollection', d: 'string' } }
    ],
    [
      'empty values are left out',
      { jsonSource: '[{"key":"a","value":""},{"key":"b","value":null},{"key":"c","value":[]}]' },
      keyAndValue,
      { a: 'old', b: 'old', c: ['old'] },
      { outputs: { a: 'string', b: 'string', c: 'stringCollection' }, before: { a: 'old', b: 'old', c: ['old'] } }
    ],
    [
      'or written on request',
      { jsonSource: '[{"key":"a","value":""},{"key":"b","value":null},{"key":"c","value":[]}]' },
      { ...keyAndValue, includeEmptyClaims: 'true' },
      { a: '', b: null, c: [] },
      { outputs: { a: 'string', b: 'string', c: 'stringCollection' }, before: { a: 'old', b: 'old', c: ['old'] } }
    ],
    ['a key that is missing is left', { jsonSource: '[]' }, keyAndValue, { a: null }, { outputs: { a: 'string' } }],
    [
      'or fails on request',
      { jsonSource: '[]' },
      { ...keyAndValue, errorOnMissingClaims: 'true' },
      failed,
      { outputs: { a: 'string' } }
    ],
    [
      'key and value are the names by default',
      { jsonSource: '[{"key":"a","value":"x"}]' },
      {},
      { a: 'x' },
      { outputs: { a: 'string' } }
    ],
    [
      'a value that does not fit fails',
      { jsonSource: '[{"key":"a","value":"x"}]' },
      keyAndValue,
      failed,
      { outputs: { a: 'int' } }
    ],
    [
      'an element without a key fails',
      { jsonSource: '[{"value":"x"}]' },
      keyAndValue,
      failed,
      { outputs: { a: 'string' } }
    ],
    [
      'an object is not an array',
      { jsonSource: '{"key":"a","value":"x"}' },
      keyAndValue,
      failed,
      { outputs: { a: 'string' } }
    ]
  ],
  GetClaimsFromJsonArrayV2: [
    [
      'each element is an object',
      { jsonSource: ['{"key":"a","value":"x"}', '{"key":"b","value":2}'] },
      keyAndValue,
      { a: 'x', b: 2 },
      { outputs: { a: 'string', b: 'long' } }
    ],
    ['an element that is not JSON fails', { jsonSource: ['a'] }, keyAndValue, failed, { outputs: { a: 'string' } }],
    ['a missing collection fails', { jsonSource: null }, keyAndValue, failed, { outputs: { a: 'string' } }]
  ],
  GetNumericClaimFromJson: [
    ['a number', { inputJson: '{"a": -42}' }, { claimToExtract: 'a' }, { extractedClaim: -42 }],
    [
      '64 bits',
      { inputJson: '{"a":-9223372036854775808}' },
      { claimToExtract: 'a' },
      { extractedClaim: -9_223_372_036_854_775_808n }
    ],
    ['more than 64 bits fails', { inputJson: '{"a":9223372036854775808}' }, { claimToExtract: 'a' }, failed],
    ['a fraction fails', { inputJson: '{"a":1.5}' }, { claimToExtract: 'a' }, failed],
    ['numeric text fails', { inputJson: '{"a":"1"}' }, { claimToExtract: 'a' }, failed],
    ['null fails', { inputJson: '{"a":null}' }, { claimToExtract: 'a' }, failed]
  ],
  GetSingleItemFromJson: [
    ['the first member', { inputJson: ' { "b" : "x", "a": "y" }' }, {}, { key: 'b', value: 'x' }],
    [
      'in the order of the text, also before an integer',
      { inputJson: '{"b":"x","1":"y"}' },
      {},
      { key: 'b', value: 'x' }
    ],
    ['an escaped name', { inputJson: '{"a\\"\\u0062":1}' }, {}, { key: 'a"b', value: '1' }],
    ['null is no value', { inputJson: '{"a":null}' }, {}, { key: 'a', value: null }],
    ['an empty object fails', { inputJson: '{}' }, {}, failed]
  ],
  GetSingleValueFromJsonArray: [
    ['the first element', { inputJsonClaim: '[6353399, "x"]' }, {}, { extractedClaim: '6353399' }],
    ['an object as JSON text', { inputJsonClaim: '[{"a": 1}]' }, {}, { extractedClaim: '{"a":1}' }],
    ['an empty array fails', { inputJsonClaim: '[]' }, {}, failed],
    ['an object is not an array', { inputJsonClaim: '{}' }, {}, failed]
  ],
  XmlStringToJsonString: [
    ['text and elements', { xml: '<a><b>x</b><c>y</c></a>' }, {}, { json: '{"a":{"b":"x","c":"y"}}' }],
    ['text stays text', { xml: '<a><b>007</b><c>true</c></a>' }, {}, { json: '{"a":{"b":"007","c":"true"}}' }],
    ['attributes, and text beside them', { xml: '<a id="1">x</a>' }, {}, { json: '{"a":{"@id":"1","#text":"x"}}' }],
    [
      'repeated elements are an array',
      { xml: '<a><b>1</b><b>2</b><b>3</b></a>' },
      {},
      { json: '{"a":{"b":["1","2","3"]}}' }
    ],
    ['an empty element is null', { xml: '<a><b/><c></c></a>' }, {}, { json: '{"a":{"b":null,"c":null}}' }],
    [
      'white space between elements does not count',
      { xml: '\n<a>\n  <b> x </b>\n</a>\n' },
      {},
      { json: '{"a":{"b":" x "}}' }
    ],
    ['entities and character references', { xml: '<a>&lt;&amp;&#65;&#x42;</a>' }, {}, { json: '{"a":"<&AB"}' }],
    ['CDATA', { xml: '<a><![CDATA[<x>]]></a>' }, {}, { json: '{"a":{"#cdata-section":"<x>"}}' }],
    ['comments are dropped', { xml: '<a><!-- no --><b>x</b></a>' }, {}, { json: '{"a":{"b":"x"}}' }],
    ['the declaration', { xml: '<?xml version="1.0"?><a>x</a>' }, {}, { json: '{"?xml":{"@version":"1.0"},"a":"x"}' }],
    ['an unclosed element fails', { xml: '<a><b></a>' }, {}, failed],
    ['text that is no XML fails', { xml: 'hello' }, {}, failed],
    ['empty text fails', { xml: '' }, {}, failed],
    ['two roots fail', { xml: '<a/><b/>' }, {}, failed],
    ['an instruction', { xml: '<a><?pi data?></a>' }, {}, { json: '{"a":{"?pi":"data"}}' }],
    ['namespaces', { xml: '<p:a xmlns:p="u" p:b="1"/>' }, {}, { json: '{"p:a":{"@xmlns:p":"u","@p:b":"1"}}' }],
    ['line ends', { xml: '<a>x\r\ny</a>' }, {}, { json: '{"a":"x\\ny"}' }],
    [
      'names that JavaScript knows',
      { xml: '<constructor><__proto__>x</__proto__></constructor>' },
      {},
      { json: '{"constructor":{"__proto__":"x"}}' }
    ],
    ...[
      '<a>&nope;</a>',
      '<a>& </a>',
      '<a>&#0;</a>',
      '<a>&#xffffff;</a>',
      '<a b="<"/>',
      '<a b=1/>',
      '<a b="1" b="2"/>',
      '<a b="&nope;"/>',
      '<1a/>',
      '<a>]]></a>',
      '<a/>text',
      '<a><!-- a -- b --></a>',
      '<a>\u0001</a>',
      '<p:a/>',
      '<a p:b="1"/>',
      '<a></b>',
      '</a>',
      '<a>',
      '<a',
      '<a/><?xml version="1.0"?>',
      '<!-- only a comment -->',
      `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`
    ].map((xml): Case => [`not well-formed: ${xml.slice(0, 30)}`, { xml }, {}, failed]),
    ['a DOCTYPE fails', { xml: '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>' }, {}, failed]
  ]
}

describe.each(Object.entries(tables))('%s', (method, cases) => {
  it.each(cases.map(namedCase))('$shows', ({ expected, inputs, options, parameters }) => {
    expect(run(method, inputs, parameters, options)).toStrictEqual(expected)
  })
})
