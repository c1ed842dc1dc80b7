/** Trustframe in the suite transforms: the ten transformations compiled over claim slots. */
import { ClaimTable, compileTransformation } from '@trustframe/claims'
import { INITIAL, POLICY_TRANSFORMS, wrong } from '../lib/transforms.mjs'

const dataTypeOf = (value) =>
  typeof value === 'boolean' ? 'boolean' : Array.isArray(value) ? 'stringCollection' : 'string'

const booleans = new Set(['isInternal', 'localeMatched'])

const outputs = POLICY_TRANSFORMS.flatMap((transformation) => transformation.outputs.map(({ claim }) => claim))

const claims = new ClaimTable([
  ...INITIAL.map(([id, value]) => ({ id, dataType: dataTypeOf(value) })),
  ...outputs
    .filter((id) => !INITIAL.some(([known]) => known === id))
    .map((id) => ({ id, dataType: booleans.has(id) ? 'boolean' : 'string' }))
])

const declared = (bindings) => bindings.map(({ as, claim }) => ({ claimTypeId: claim, transformationClaimType: as }))

const compile = ({ id, inputs, method, outputs: written, params }) => {
  const inputParameters = Object.entries(params).map(([name, value]) => ({
    id: name,
    dataType: name === 'valueToCompareTo' ? 'boolean' : 'string',
    value
  }))
  const declaration = {
    id,
    method,
    inputClaims: declared(inputs),
    inputParameters,
    outputClaims: declared(written)
  }
  const compiled = compileTransformation(declaration, { claims })
  if (compiled._tag === 'RefusedTransformation') {
    throw new Error(compiled.problems.map(({ message }) => message).join('\n'))
  }
  return compiled.run
}

const ambient = {
  nowMillis: Date.parse('2026-11-22T12:00:00Z'),
  random: () => 0.5,
  randomBytes: (count) => new Uint8Array(count),
  policyKey: () => undefined
}

const runs = POLICY_TRANSFORMS.map(compile)
const initial = claims.emptyBag()
for (const [id, value] of INITIAL) initial[claims.find(id).slot] = value

const runAll = (bag) => {
  for (let i = 0; i < runs.length; i++) {
    const failure = runs[i](bag, ambient)
    if (failure !== undefined) return failure
  }
  return undefined
}

export const project = {
  name: 'Trustframe: compiled transformations',
  sync: true,
  opsPerRun: POLICY_TRANSFORMS.length,
  setup() {
    const bag = [...initial]
    const failure = runAll(bag)
    const problem = failure === undefined ? wrong((id) => bag[claims.find(id).slot]) : failure.message
    if (problem !== undefined) throw new Error(problem)
  },
  run() {
    const bag = initial.slice()
    runAll(bag)
    return bag
  }
}
