#!/usr/bin/env node
/** Starts the command. The version is answered before anything else is loaded. */
import { version } from './version.ts'

const [first, second] = process.argv.slice(2)
if (first === '--version' && second === undefined) {
  console.log(`trustframe ${version}`)
} else {
  const { start } = await import('./start.ts')
  start(process.argv.slice(2))
}
