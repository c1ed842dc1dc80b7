/** `node --expose-gc keep.mjs FILE NAME`: reads all policies with a parser, keeps the trees, prints how the process grew. */
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { SaxesParser } from 'saxes'
import { megabytes, samples } from '../../../lib/corpus.mjs'

const [file, name] = process.argv.slice(2)
const parser = (await import(pathToFileURL(file).href))[name]
await parser.setup?.({})

const documents = samples(({ text }) => {
  try {
    new SaxesParser({ xmlns: true }).write(text).close()
    return true
  } catch {
    return false
  }
})

const settled = async () => {
  for (let i = 0; i < 4; i++) {
    globalThis.gc()
    await sleep(20)
  }
  return process.memoryUsage()
}

const start = await settled()
// Compiled code is no part of the result: the first reading makes it.
for (const document of documents) parser.parse(document)?.dispose?.()
const before = await settled()
const trees = documents.map((document) => parser.parse(document))
const after = await settled()
const peak = process.resourceUsage().maxRSS * 1024
const perMegabyte = (bytes) => bytes / 1e6 / megabytes(documents)

console.log(
  JSON.stringify({
    trees: trees.length,
    heap: perMegabyte(after.heapUsed - before.heapUsed),
    rss: perMegabyte(after.rss - start.rss),
    peak: perMegabyte(peak - start.rss)
  })
)
