// A command line tool that parses a policy and knows schemas: Effect + Schema + fast-xml-parser.
import { XMLParser } from 'fast-xml-parser'
import * as Effect from 'effect/Effect'
import * as Schema from 'effect/Schema'
import { parseArgs } from 'node:util'

const parser = new XMLParser()
const Args = Schema.Struct({ name: Schema.String })
export const main = () => {
  const { values } = parseArgs({ options: { name: { type: 'string', default: 'world' } }, strict: false })
  const args = Schema.decodeUnknownSync(Args)(values)
  console.log(Effect.runSync(Effect.sync(() => `hello ${args.name} ${Object.keys(parser.parse('<a>1</a>'))}`)))
}
if (!globalThis.snapshotBuild) main()
