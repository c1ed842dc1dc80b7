// Scaffolds a built-in claims transformation. The scaffold compiles, is in the table, and has a test that fails until
// the function does what its contract says.

const source = ({ family, method, summary }) => `/** ${method}: ${summary.charAt(0).toLowerCase()}${summary.slice(1)} */
import { claim, defineTransformation, output } from '../../contract/index.ts'

/** Source: claims-transformations, ${family}. */
export const ${method} = defineTransformation({
  method: '${method}',
  family: '${family}',
  summary: '${summary.replaceAll("'", String.raw`\'`)}',
  inputs: [claim('inputClaim', 'string')],
  parameters: {},
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/claimstransformations',
  example: { inputs: { inputClaim: 'a' }, parameters: {}, outputs: { outputClaim: 'a' } },
  transform: () => (text) => [text]
})
`

const vectors = ({ method }) =>
  `${JSON.stringify(
    [
      {
        method,
        name: `${method}: say what this case shows`,
        source: 'claimstransformations',
        inputClaims: { inputClaim: { type: 'string', value: 'a' } },
        inputParameters: [],
        expect: { outputClaims: { outputClaim: { type: 'string', value: 'what the documentation says' } } },
        confidence: 'documented'
      }
    ],
    null,
    2
  )}\n`

/** Adds an import and an entry to the table, in alphabetical order within the family. */
const extendTable = (table, { family, method }) => {
  const line = `import { ${method} } from './${family}/${method}.ts'`
  if (table.includes(line)) throw new Error(`the table already has "${method}"`)
  const lines = table.split('\n')
  const sameFamily = lines.flatMap((text, index) => (text.includes(`from './${family}/`) ? [index] : []))
  const imports = lines.flatMap((text, index) => (text.startsWith('import ') ? [index] : []))
  const after = sameFamily.findLast((index) => lines[index] < line) ?? (sameFamily[0] ?? imports.at(-1) + 1) - 1
  lines.splice(after + 1, 0, line)
  const end = lines.findIndex((text) => text.startsWith('] as const satisfies'))
  if (end < 0) throw new Error('the table of transformations has another shape than this generator knows')
  lines[end - 1] = lines[end - 1].replace(/,?$/, ',')
  lines.splice(end, 0, `  ${method}`)
  return lines.join('\n')
}

/** @param {import('nx/src/generators/tree').Tree} tree */
export default async function generate(tree, options) {
  const settings = { summary: 'Says what it does in one sentence.', ...options }
  const { family, method } = settings
  const file = `packages/claims/src/transformations/${family}/${method}.ts`
  if (tree.exists(file)) throw new Error(`${file} exists already`)
  const table = 'packages/claims/src/transformations/table.ts'
  tree.write(file, source(settings))
  tree.write(table, extendTable(tree.read(table, 'utf8'), settings))
  tree.write(`packages/claims/test/vectors/own/${method}.json`, vectors(settings))
}
