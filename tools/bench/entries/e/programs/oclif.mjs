import { Command, Flags } from '@oclif/core'
class Hello extends Command {
  static flags = { name: Flags.string({ default: 'world' }) }
  async run() {
    const { flags } = await this.parse(Hello)
    this.log(`hello ${flags.name}`)
  }
}
await Hello.run(process.argv.slice(2), import.meta.url)
