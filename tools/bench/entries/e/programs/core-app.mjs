// A command line tool that parses a policy and knows schemas: Effect + Schema + fast-xml-parser.
import { parseArgs } from 'node:util'
import { XMLParser } from 'fast-xml-parser'
import * as Effect from 'effect/Effect'
import * as Schema from 'effect/Schema'

const { values } = parseArgs({ options: { name: { type: 'string', default: 'world' } }, strict: false })
const { name } = Schema.decodeUnknownSync(Schema.Struct({ name: Schema.String }))(values)
const [element] = Object.keys(new XMLParser().parse('<a>1</a>'))
console.log(Effect.runSync(Effect.sync(() => `hello ${name} ${element}`)))
