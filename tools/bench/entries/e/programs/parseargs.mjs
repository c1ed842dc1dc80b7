import { parseArgs } from 'node:util'
const { values } = parseArgs({ options: { name: { type: 'string', default: 'world' } }, strict: false })
console.log(`hello ${values.name}`)
