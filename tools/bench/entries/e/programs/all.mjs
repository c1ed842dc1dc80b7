// The libraries that a runtime like the project's loads before it can serve: Effect, its HTTP
// server, fast-xml-parser, jose, undici. Start, answer one request, stop.
import { XMLParser } from 'fast-xml-parser'
import * as jose from 'jose'
import * as undici from 'undici'
import * as Schema from 'effect/Schema'
globalThis.loaded = [new XMLParser().parse('<a/>'), jose.SignJWT, undici.Agent, Schema.Struct]
await import('./effect-server.mjs')
