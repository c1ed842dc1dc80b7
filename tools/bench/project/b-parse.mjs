/** Trustframe in the suite parse: reading alone, and the load of chains of policies up to their models and plans. */
import { compileJourney } from '@trustframe/plan'
import { parsePolicy, resolvePolicies } from '@trustframe/policy'

const read = ({ path, text }) => parsePolicy({ path, text })

/** XML with positions, and the structure checked. */
export const project = {
  name: 'Trustframe: parsePolicy (positions, structure checked)',
  sync: true,
  parse: read,
  run({ docs }) {
    let count = 0
    for (const document of docs) if (read(document).root !== undefined) count++
    return count
  }
}

const keyOf = (id) => id?.value.toLowerCase()

/** What the policies at the ends of the chains effectively say: of the starter pack's four files, the relying party's. */
const load = ({ docs }) => {
  const files = docs.map(read)
  const set = resolvePolicies(files)
  const bases = new Set(files.map(({ basePolicy }) => keyOf(basePolicy?.policyId)))
  return files.filter(({ policyId }) => !bases.has(keyOf(policyId))).map((file) => set.effective(file))
}

const checked = (effective, { docs }) => {
  const found = effective.filter(({ policy }) => policy !== undefined)
  if (found.length === 0) throw new Error('no policy was resolved')
  return docs.length
}

export const projectLoad = {
  name: 'Trustframe: parse + inheritance + model',
  sync: true,
  run: (input) => checked(load(input), input)
}

/** The same, and the plan of each relying party's journey. */
export const projectPlan = {
  name: 'Trustframe: parse + inheritance + model + plan',
  sync: true,
  run: (input) => {
    const effective = load(input)
    for (const { policy } of effective) if (policy?.relyingParty !== undefined) compileJourney(policy)
    return checked(effective, input)
  }
}
