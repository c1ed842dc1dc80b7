import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')

it('shows the example that is run here', () => {
  expect(readme).toContain(readFileSync(join(import.meta.dirname, 'example.ts'), 'utf8').trim())
})

it('shows what the example prints', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  await import('./example.ts')
  const printed = log.mock.calls.map(([text]) => String(text)).join('\n')
  expect(readme).toContain(`\`\`\`text\n${printed}\n\`\`\``)
})
