import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { canPin, forkOn } from '../../lib/orchestrate.mjs'

const unit = { us: 1e-3, ms: 1, s: 1000 }
const wrk = (url, seconds) =>
  new Promise((resolve, reject) => {
    const args = ['-t1', '-c32', `-d${seconds}s`, '--latency', url]
    const c = canPin ? spawn('taskset', ['-c', '0', 'wrk', ...args]) : spawn('wrk', args)
    let out = ''
    c.stdout.on('data', (d) => {
      out += d
    })
    c.on('error', reject)
    c.on('close', () => {
      const lat = (p) => {
        const m = new RegExp(`${p}%\\s+([\\d.]+)(us|ms|s)`).exec(out)
        return m ? Number(m[1]) * unit[m[2]] : NaN
      }
      const bad = /Non-2xx or 3xx responses: (\d+)/.exec(out)
      if (bad) return reject(new Error(bad[0]))
      const n = Number(/(\d+) requests in/.exec(out)?.[1])
      resolve({
        ops: n,
        opsPerSec: Number(/Requests\/sec:\s+([\d.]+)/.exec(out)?.[1]),
        p50: lat('50.000') || lat('50'),
        p99: lat('99.000') || lat('99')
      })
    })
  })

/** run() is one GET; burst() loads the server with wrk from the other core. */
export const httpServer = (name, file, args, path = '/') => {
  let child
  let url
  const stats = () =>
    new Promise((r) => {
      child.once('message', r)
      child.send('stats')
    })
  return {
    name,
    async setup() {
      if (spawnSync('wrk', ['-v']).error) throw new Error('wrk is not installed')
      child = forkOn(1, file, args)
      const { origin } = await new Promise((resolve, reject) => {
        child.once('message', resolve)
        child.once('exit', (c) => reject(new Error(`server exited with ${c}`)))
      })
      url = origin + path
    },
    async run() {
      return (await fetch(url)).status
    },
    async burst(mode) {
      const a = await stats()
      const r = await wrk(url, mode.seconds)
      const b = await stats()
      return {
        ...r,
        cpuUsPerOp: ((b.cpuMs - a.cpuMs) / r.ops) * 1000,
        util: (b.cpuMs - a.cpuMs) / (mode.seconds * 1000),
        rssMb: b.rssMb
      }
    },
    teardown: () => {
      child.kill()
    }
  }
}
const H = fileURLToPath(new URL('./servers/http.mjs', import.meta.url))
const O = fileURLToPath(new URL('./servers/oidc-provider.mjs', import.meta.url))
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
