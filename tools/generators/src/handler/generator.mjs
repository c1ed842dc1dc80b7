// Scaffolds a built-in handler of technical profiles: its contract, its compiler, its runner, and a test that fails until
// the runner does what the documentation says.
import { addBefore, addSorted } from '../splice.mjs'

const lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1)

const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`

const contract = ({
  type,
  contractName,
  id,
  summary
}) => `/** The contract of technical profiles of \`${contractName}\`. */
import { claimResolving, enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { gives, needs } from './rows.ts'

/** \`${type}\`: ${lowerFirst(summary)} */
export const ${id} = {
  name: '${contractName}',
  protocols: ['Proprietary'],
  handler: '${type}',
  kind: 'call',
  runs: true,
  summary: ${quoted(summary)},
  source: 'technicalprofiles',
  claims: {
    inputClaims: 'required',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [],
  metadata: [claimResolving, ...enabling],
  partnerClaims: [needs('input', 'What it is asked about.'), gives('output', 'What it answers.')]
} as const satisfies HandlerContract
`

const plan = ({ contractName, name }) => `/** A profile of \`${contractName}\`, ready to be run. */
import type { ClaimsOf } from './ClaimsOf.ts'
import type { Origin } from './Origin.ts'

/** \`${contractName}\`. Source: technicalprofiles. */
export interface ${name}Plan extends ClaimsOf {
  readonly _tag: '${name}'
  readonly id: string
  readonly origin: Origin
}
`

const compiler = ({ contractName, name }) => `/** Compiles profiles of \`${contractName}\`. */
import { originOf } from '../CompileContext.ts'
import { bindBoth } from '../outputs.ts'
import type { CallCompiler } from './CallCompiler.ts'

export const compile${name}: CallCompiler = (context, profile) => ({
  _tag: '${name}',
  id: profile.id.value,
  origin: originOf(profile.id.span),
  ...bindBoth(context, profile)
})
`

const runner = ({ contractName, id, name }) => `/** Runs profiles of \`${contractName}\`. */
import type { ${name}Plan } from '@trustframe/plan/plan'
import { type CallRunner, failed } from './CallRunner.ts'
import { takeInputs } from './inputs.ts'
import { finishWith } from './store.ts'

/** \`${contractName}\`. Source: technicalprofiles. */
export const ${id}: CallRunner<${name}Plan> = {
  begin: (here) => {
    const inputs = takeInputs(here, here.call.inputClaims)
    if ('tag' in inputs) return failed(inputs)
    return finishWith(here, here.call.outputClaims, { output: inputs.text('input') ?? '' })
  }
}
`

const test = ({ contractName, type }) => `/** Profiles of \`${contractName}\`: what they ask, and what they give. */
import { describe, expect, it } from 'vitest'
import { Journey } from '../support/Journey.ts'
import { claim, compile, exchange, type Parts, profile, send } from '../support/policy.ts'

const parts: Parts = {
  claims: claim('asked') + claim('answered'),
  profiles: profile('Call', {
    handler: '${type}',
    input: '<InputClaim ClaimTypeReferenceId="asked" PartnerClaimType="input" Required="true" />',
    output: '<OutputClaim ClaimTypeReferenceId="answered" PartnerClaimType="output" />'
  }),
  steps: exchange(1, 'Call') + send(2)
}

describe('${contractName}', () => {
  it('gives its output claims', () => {
    const journey = new Journey(compile(parts)).start({ claims: { asked: 'a' } })
    expect(journey.claims).toEqual({ asked: 'a', answered: 'what the documentation says' })
  })

  it('is not asked without a required input claim', () => {
    expect(new Journey(compile(parts)).start().error).toMatchObject({
      tag: 'RequiredClaimMissing',
      technicalProfile: 'Call'
    })
  })
})
`

const folders = {
  contracts: 'packages/plan/src/handlers',
  plans: 'packages/plan/src/plan',
  compilers: 'packages/plan/src/compile/calls',
  runners: 'packages/core/src/journey/calls',
  tests: 'packages/core/test/journey'
}

/** The new files, by path. */
const newFiles = (handler) => ({
  [`${folders.contracts}/${handler.id}.ts`]: contract(handler),
  [`${folders.plans}/${handler.name}Plan.ts`]: plan(handler),
  [`${folders.compilers}/${handler.id}.ts`]: compiler(handler),
  [`${folders.runners}/${handler.id}.ts`]: runner(handler),
  [`${folders.tests}/${handler.id}.test.ts`]: test(handler)
})

/** What is added to the registries, by path. */
const registrations = ({ contractName, id, name }) => ({
  [`${folders.contracts}/handlers.ts`]: (text, path) =>
    addBefore(addSorted(text, `import { ${id} } from './${id}.ts'`, path), '  engine,', [`  ${id},`], path),
  [`${folders.plans}/index.ts`]: (text, path) => addSorted(text, `export * from './${name}Plan.ts'`, path),
  [`${folders.plans}/ProfilePlan.ts`]: (text, path) =>
    addBefore(
      addSorted(text, `import type { ${name}Plan } from './${name}Plan.ts'`, path),
      '  | UserJourneyContextPlan',
      [`  | ${name}Plan`],
      path
    ),
  [`${folders.compilers}/index.ts`]: (text, path) =>
    addBefore(
      addSorted(text, `import { compile${name} } from './${id}.ts'`, path),
      "  ['None', compileEngine]",
      [`  ['${contractName}', compile${name}],`],
      path
    ),
  [`${folders.runners}/index.ts`]: (text, path) =>
    addBefore(
      addSorted(text, `import { ${id} } from './${id}.ts'`, path),
      "    case 'Engine':",
      [`    case '${name}':`, `      return bind(${id}, run, profile, call)`],
      path
    )
})

/** @param {import('nx/src/generators/tree').Tree} tree */
export default async function generate(tree, options) {
  const { name, summary = 'Says what it does in one sentence.', type } = options
  const handler = { name, type, summary, id: lowerFirst(name), contractName: type.split('.').at(-1) }
  const files = newFiles(handler)
  const there = Object.keys(files).find((path) => tree.exists(path))
  if (there !== undefined) throw new Error(`${there} exists already`)
  for (const [path, add] of Object.entries(registrations(handler))) {
    tree.write(path, add(tree.read(path, 'utf8'), path))
  }
  for (const [path, text] of Object.entries(files)) tree.write(path, text)
}
