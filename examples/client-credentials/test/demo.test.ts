import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const demo = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'demo.ts')

const runDemo = (): Promise<{ readonly status: number | null; readonly output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--conditions=@trustframe/source', demo])
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, output }))
  })

it(
  'the demo runs the journey, and every fault gives its error, its tries and its message',
  { timeout: 30_000 },
  async () => {
    const { output, status } = await runDemo()
    await expect(output.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')).toMatchFileSnapshot('golden/demo.txt')
    expect(status).toBe(0)
  }
)
