import { Command } from 'commander'
const p = new Command('hello').option('--name <name>', 'who', 'world').action((o) => console.log(`hello ${o.name}`))
p.parse()
