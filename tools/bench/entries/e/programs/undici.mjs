import { Agent } from 'undici'
if (new Agent().closed) process.exit(1)
