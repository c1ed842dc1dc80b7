// Loads the policy files. Places come from the environment:
//   TF_STARTER  folder SocialAndLocalAccountsWithMfa of the starter pack (Base, Localization, Extensions, SignUpOrSignin)
//   TF_SAMPLES  folder that is searched for *.xml files with a TrustFrameworkPolicy root element
//   TF_XSD      TrustFrameworkPolicy_0.3.0.0.xsd
import { readdirSync, readFileSync, writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const need = (name) => {
  const v = process.env[name]
  if (!v) throw new Error(`set ${name} (see README.md)`)
  return v
}
const doc = (path) => {
  const bytes = readFileSync(path)
  let text = bytes.toString('utf8')
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1)
  return { path, bytes, text }
}

export const starter4 = () =>
  ['TrustFrameworkBase', 'TrustFrameworkLocalization', 'TrustFrameworkExtensions', 'SignUpOrSignin'].map((n) =>
    doc(join(need('TF_STARTER'), n + '.xml'))
  )

/** All sample policies; `accept` drops the few files that are not well-formed. */
export const samples = (accept = () => true) =>
  readdirSync(need('TF_SAMPLES'), { recursive: true })
    .filter((n) => n.toLowerCase().endsWith('.xml'))
    .sort()
    .map((n) => doc(join(need('TF_SAMPLES'), n)))
    .filter((d) => /<TrustFrameworkPolicy[\s>]/.test(d.text))
    .filter(accept)

/**
 * The published schema uses `^...$` anchors and `\/` inside xs:pattern; libxml2 takes the anchors
 * literally and rejects `\/`. Rewrite these patterns so that every libxml2 build can compile it.
 */
export const portableXsd = () => {
  let s = readFileSync(need('TF_XSD'), 'utf8')
  if (s.charCodeAt(0) === 0xfeff) s = s.slice(1)
  return s.replace(/(<xs:pattern value=")\^?([^"]*?)\$?(")/g, (_, a, p, c) => a + p.replaceAll('\\/', '/') + c)
}
export const portableXsdFile = () => {
  const f = join(mkdtempSync(join(tmpdir(), 'xsd-')), 'policy.xsd')
  writeFileSync(f, portableXsd())
  return f
}
export const megabytes = (docs) => docs.reduce((n, d) => n + d.bytes.length, 0) / 1e6
