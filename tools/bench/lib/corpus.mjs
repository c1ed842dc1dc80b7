/**
 * The policy files that are measured with. Places come from the environment, else from the corpus in `$TRUSTFRAME_CORPUS`
 * or in `shared/corpus` beside the repository:
 *
 * - `TF_STARTER`: the folder SocialAndLocalAccountsWithMfa of the starter pack
 * - `TF_SAMPLES`: a folder that is searched for policies
 * - `TF_XSD`: TrustFrameworkPolicy_0.3.0.0.xsd
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const corpus = process.env.TRUSTFRAME_CORPUS ?? resolve(import.meta.dirname, '../../../../shared/corpus')

const places = {
  TF_STARTER: 'starterpack/SocialAndLocalAccountsWithMfa',
  TF_SAMPLES: '.',
  TF_XSD: 'starterpack/TrustFrameworkPolicy_0.3.0.0.xsd'
}

const place = (name) => process.env[name] ?? join(corpus, places[name])

/** What is missing of these places, in words; nothing when all of them are there. */
export const missingPlaces = (...names) => {
  const missing = names.filter((name) => !existsSync(place(name)))
  return missing.length === 0
    ? undefined
    : `${missing.map((name) => `"${place(name)}"`).join(' and ')} is not there; ` +
        `set ${missing.join(' and ')}, or set TRUSTFRAME_CORPUS to a folder with a starterpack`
}

const withoutMark = (text) => (text.startsWith('\uFEFF') ? text.slice(1) : text)

const read = (path) => {
  const bytes = readFileSync(path)
  return { path, bytes, text: withoutMark(bytes.toString('utf8')) }
}

/** The chain of the starter pack, from the base to the relying party. */
export const starter4 = () =>
  ['TrustFrameworkBase', 'TrustFrameworkLocalization', 'TrustFrameworkExtensions', 'SignUpOrSignin'].map((name) =>
    read(join(place('TF_STARTER'), `${name}.xml`))
  )

/** All policies of the samples; `accept` drops those that a peer cannot read. */
export const samples = (accept = () => true) =>
  readdirSync(place('TF_SAMPLES'), { recursive: true })
    .filter((name) => name.toLowerCase().endsWith('.xml'))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => read(join(place('TF_SAMPLES'), name)))
    .filter(({ text }) => /<TrustFrameworkPolicy[\s>]/.test(text))
    .filter(accept)

/**
 * The published schema has `^...$` anchors and `\/` inside `xs:pattern`; libxml2 takes the anchors literally and rejects
 * `\/`. These patterns are rewritten so that every build of libxml2 can compile it.
 */
export const portableXsd = () =>
  withoutMark(readFileSync(place('TF_XSD'), 'utf8')).replace(
    /(<xs:pattern value=")\^?([^"]*?)\$?(")/g,
    (_, before, pattern, after) => before + pattern.replaceAll('\\/', '/') + after
  )

/** The same as a file. */
export const portableXsdFile = () => {
  const file = join(mkdtempSync(join(tmpdir(), 'trustframe-xsd-')), 'policy.xsd')
  writeFileSync(file, portableXsd())
  return file
}

/** Megabytes of so many documents. */
export const megabytes = (documents) => documents.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
