/** The plan that the README's examples run. */
import { readFileSync } from 'node:fs'
import { compileJourney } from '@trustframe/plan'
import { parsePolicy, resolvePolicies } from '@trustframe/policy'

const text = readFileSync(new URL('SignUp.xml', import.meta.url), 'utf8')
const { policy } = resolvePolicies([parsePolicy({ path: 'SignUp.xml', text })]).effective('B2C_1A_SignUp')
const compiled = policy === undefined ? undefined : compileJourney(policy)
if (compiled?.plan === undefined) throw new Error('SignUp.xml does not compile')

export const plan = compiled.plan
