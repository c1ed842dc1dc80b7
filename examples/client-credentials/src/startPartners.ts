/** Starts the example's partner services on the ports that its trustframe.json names, until it is interrupted. */
import { exampleClient } from './example.ts'
import { knownProfiles, startPartners } from './partners.ts'

const { profile, token } = await startPartners(exampleClient('Development'), { token: 4801, profile: 4802 })
console.log(`token endpoint ${token.origin}, profile API ${profile.origin}`)
console.log(`object ids with a profile: ${[...knownProfiles.keys()].join(', ')}`)
console.log('Ctrl+C stops them')
