import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defineConfig, type Plugin } from 'rolldown'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
}

/** The folder of the package that a module belongs to. */
const packageFolder = (file: string): string => {
  const folder = dirname(file)
  if (folder === file) throw new Error(`${file} belongs to no package`)
  const manifest = join(folder, 'package.json')
  // Folders inside packages may hold a manifest without a name, which only says what kind of modules they hold.
  if (existsSync(manifest) && 'name' in JSON.parse(readFileSync(manifest, 'utf8'))) return folder
  return packageFolder(folder)
}

const licenceOf = (folder: string): string => {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.|$)/i.test(name))
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
  return `## ${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})\n\n${text}\n`
}

/** Writes the licences of everything that is bundled beside the bundle. */
const licences = (): Plugin => ({
  name: 'licences',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
    const folders = new Set(
      modules.filter((id) => id.includes('node_modules')).map((id) => packageFolder(id.split('?')[0] ?? id))
    )
    const texts = [...folders].map(licenceOf).toSorted((left, right) => left.localeCompare(right))
    this.emitFile({
      type: 'asset',
      fileName: 'THIRD-PARTY-LICENSES.md',
      source: `# Licences of the software in this bundle\n\n${texts.join('\n')}`
    })
  }
})

const pages = join(import.meta.dirname, '..', '..', 'docs', 'diagnostics')

/** Puts the pages of diagnostics beside the bundle, for `trustframe explain`. */
const diagnosticPages = (): Plugin => ({
  name: 'diagnostic-pages',
  generateBundle() {
    for (const name of readdirSync(pages).filter((file) => /^TF\d+\.md$/.test(file))) {
      this.emitFile({
        type: 'asset',
        fileName: `diagnostics/${name}`,
        source: readFileSync(join(pages, name), 'utf8')
      })
    }
  }
})

export default defineConfig({
  input: { trustframe: 'src/main.ts' },
  platform: 'node',
  resolve: { conditionNames: ['@trustframe/source', 'node', 'import', 'default'] },
  plugins: [licences(), diagnosticPages()],
  output: {
    dir: 'bundle',
    format: 'esm',
    cleanDir: true,
    // Two files: the version is answered without loading the rest.
    chunkFileNames: '[name]-[hash].js',
    minify: { mangle: false, compress: true }
  }
})
