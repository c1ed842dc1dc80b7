/** Hello-world servers and discovery documents under the load of wrk. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { canPin } from '../../lib/processes.mjs'
import { startServer } from '../../lib/startServer.mjs'

const milliseconds = { us: 1e-3, ms: 1, s: 1000 }

/** A latency of wrk's report. */
const percentile = (report, percent) => {
  const [, value, unit] = new RegExp(`${percent}(?:\\.0+)?%\\s+([\\d.]+)(us|ms|s)`).exec(report) ?? []
  return Number(value) * milliseconds[unit]
}

const wrk = (url, seconds) =>
  new Promise((resolve, reject) => {
    const args = ['wrk', '-t1', '-c32', `-d${seconds}s`, '--latency', url]
    const [command, ...rest] = canPin ? ['taskset', '-c', '0', ...args] : args
    const child = spawn(command, rest)
    let report = ''
    child.stdout.on('data', (chunk) => {
      report += chunk
    })
    child.on('error', reject)
    child.on('close', () => {
      const refused = /Non-2xx or 3xx responses: \d+/.exec(report)
      if (refused !== null) return reject(new Error(refused[0]))
      resolve({
        ops: Number(/(\d+) requests in/.exec(report)?.[1]),
        opsPerSec: Number(/Requests\/sec:\s+([\d.]+)/.exec(report)?.[1]),
        p50Ms: percentile(report, 50),
        p99Ms: percentile(report, 99)
      })
    })
  })

/** `run` is one GET; `burst` loads the server from the other core. */
export const httpServer = (name, file, args, path = '/') => {
  let server
  return {
    name,
    async setup() {
      server = await startServer(file, args)
    },
    run: async () => (await fetch(server.origin + path)).status,
    async burst({ seconds }) {
      const before = await server.stats()
      const load = await wrk(server.origin + path, seconds)
      const after = await server.stats()
      const cpuMs = after.cpuMs - before.cpuMs
      return {
        ...load,
        cpuUsPerOp: (cpuMs / load.ops) * 1000,
        utilization: cpuMs / (seconds * 1000),
        rssMb: after.rssMb
      }
    },
    teardown: () => server.stop()
  }
}

const H = fileURLToPath(new URL('./servers/http.mjs', import.meta.url))
const O = fileURLToPath(new URL('./servers/oidcProvider.mjs', import.meta.url))
export const node = httpServer('node:http hello', H, ['node'])
export const net = httpServer('node:net, canned answer, no HTTP parser (floor)', H, ['net'])
export const effect = httpServer('Effect HttpServer.serve, spans off', H, ['effect'])
export const effect_spans = httpServer('Effect HttpServer.serve, spans on (default)', H, ['effect+spans'])
export const effect_router = httpServer('Effect HttpRouter (21 routes), spans off', H, ['effect-router'])
export const effect_router_spans = httpServer('Effect HttpRouter (21 routes), spans on (default)', H, [
  'effect-router+spans'
])
export const oidc_discovery = httpServer(
  'oidc-provider, discovery document',
  O,
  ['opaque'],
  '/.well-known/openid-configuration'
)
export const oidc_jwks = httpServer('oidc-provider, JWKS', O, ['opaque'], '/jwks')
