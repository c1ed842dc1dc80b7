import { Agent } from 'undici'
new Agent()
