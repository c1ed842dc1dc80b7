import http from 'node:http'
import axiosLib from 'axios'
import gotLib from 'got'
import kyLib from 'ky'
import * as undici from 'undici'
import { encode, headers, StatusError } from './common.mjs'
import { plain, plainNative, withCockatiel, withOpossum } from './guards.mjs'

// --- transports: (ctx) => { call(input, signal), close() } ---------------------------------
const undiciRequest = ({ url }) => {
  const agent = new undici.Agent()
  return {
    async call(input, signal) {
      const r = await undici.request(url, {
        dispatcher: agent,
        method: 'POST',
        headers,
        body: encode(input.claims),
        signal
      })
      if (r.statusCode !== 200) throw new StatusError(r.statusCode)
      return r.body.json()
    },
    close: () => agent.close()
  }
}

const undiciRequestNativeTimeout = ({ url }) => {
  const agent = new undici.Agent({ headersTimeout: 5000, bodyTimeout: 5000 })
  return {
    async call(input) {
      const r = await undici.request(url, { dispatcher: agent, method: 'POST', headers, body: encode(input.claims) })
      if (r.statusCode !== 200) throw new StatusError(r.statusCode)
      return r.body.json()
    },
    close: () => agent.close()
  }
}

const undiciPool = ({ url }) => {
  const u = new URL(url)
  const pool = new undici.Pool(u.origin, { connections: 16 })
  return {
    async call(input, signal) {
      const r = await pool.request({ path: u.pathname, method: 'POST', headers, body: encode(input.claims), signal })
      if (r.statusCode !== 200) throw new StatusError(r.statusCode)
      return r.body.json()
    },
    close: () => pool.close()
  }
}

// The floor inside undici: a dispatch handler that collects the body, no stream, no signal.
class Collect {
  constructor(resolve, reject) {
    this.resolve = resolve
    this.reject = reject
    this.status = 0
    this.chunks = undefined
  }
  onRequestStart() {}
  onResponseStart(_c, status) {
    if (status >= 200) this.status = status
  }
  onResponseData(_c, chunk) {
    this.chunks === undefined ? (this.chunks = chunk) : (this.chunks = Buffer.concat([this.chunks, chunk]))
  }
  onResponseEnd() {
    if (this.status !== 200) return this.reject(new StatusError(this.status))
    try {
      this.resolve(JSON.parse(this.chunks.toString('utf8')))
    } catch (e) {
      this.reject(e)
    }
  }
  onResponseError(_c, e) {
    this.reject(e)
  }
}
const undiciDispatch = ({ url }) => {
  const u = new URL(url)
  const pool = new undici.Pool(u.origin, { connections: 16, headersTimeout: 5000, bodyTimeout: 5000 })
  return {
    call: (input) =>
      new Promise((res, rej) =>
        pool.dispatch({ path: u.pathname, method: 'POST', headers, body: encode(input.claims) }, new Collect(res, rej))
      ),
    close: () => pool.close()
  }
}

const nodeHttp = ({ url }) => {
  const u = new URL(url)
  const agent = new http.Agent({ keepAlive: true })
  const base = { agent, host: u.hostname, port: u.port, path: u.pathname, method: 'POST' }
  return {
    call: (input, signal) =>
      new Promise((resolve, reject) => {
        const body = encode(input.claims)
        const req = http.request(
          { ...base, signal, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
          (res) => {
            let s = ''
            res.setEncoding('utf8')
            res.on('data', (c) => {
              s += c
            })
            res.on('end', () => {
              if (res.statusCode !== 200) return reject(new StatusError(res.statusCode))
              try {
                resolve(JSON.parse(s))
              } catch (e) {
                reject(e)
              }
            })
          }
        )
        req.on('error', reject)
        req.end(body)
      }),
    close: () => agent.destroy()
  }
}

const fetchWith =
  (f) =>
  ({ url }) => ({
    async call(input, signal) {
      const r = await f(url, { method: 'POST', headers, body: encode(input.claims), signal })
      if (!r.ok) throw new StatusError(r.status)
      return r.json()
    },
    close() {}
  })

const axios = ({ url }) => {
  const agent = new http.Agent({ keepAlive: true })
  const client = axiosLib.create({ httpAgent: agent, headers })
  return {
    call: async (input, signal) => (await client.post(url, encode(input.claims), { signal })).data,
    close: () => agent.destroy()
  }
}

const ky = ({ url }) => {
  const client = kyLib.create({ retry: 0, timeout: false, headers })
  return { call: (input, signal) => client.post(url, { body: encode(input.claims), signal }).json(), close() {} }
}
const kyGuarded = ({ url }) => {
  const client = kyLib.create({ retry: { limit: 2, methods: ['post'] }, timeout: 5000, headers })
  return { call: (input) => client.post(url, { body: encode(input.claims) }).json(), close() {} }
}

const gotWith =
  (options) =>
  ({ url }) => {
    const agent = new http.Agent({ keepAlive: true })
    const client = gotLib.extend({ agent: { http: agent }, headers, ...options })
    return {
      call: (input, signal) => client.post(url, { body: encode(input.claims), signal }).json(),
      close: () => agent.destroy()
    }
  }

// --- entries ---------------------------------------------------------------------------------
const entry = (name, transport, guard) => {
  let t
  let g
  return {
    name,
    setup(ctx) {
      t = transport(ctx)
      g = guard ? guard(t.call) : t.call
    },
    run: (input) => g(input),
    async teardown() {
      g.close?.()
      await t.close()
    }
  }
}

export const undici_request = entry('undici.request (raw)', undiciRequest)
export const undici_pool = entry('undici Pool.request', undiciPool)
export const undici_dispatch = entry('undici dispatch handler (floor)', undiciDispatch)
export const node_http = entry('node:http + keep-alive agent', nodeHttp)
export const global_fetch = entry('fetch (Node built-in)', fetchWith(globalThis.fetch))
export const undici_fetch = entry('fetch (undici package)', fetchWith(undici.fetch))
export const axios_bare = entry('axios', axios)
export const ky_bare = entry('ky', ky)
export const got_bare = entry('got', gotWith({ retry: { limit: 0 } }))

export const undici_plain = entry('undici + hand-written guard', undiciRequest, plain)
export const undici_native = entry(
  "undici + hand-written guard, undici's own time limit",
  undiciRequestNativeTimeout,
  plainNative
)
export const dispatch_native = entry(
  'undici dispatch + hand-written guard, own time limit',
  undiciDispatch,
  plainNative
)
export const undici_cockatiel = entry('undici + cockatiel', undiciRequest, withCockatiel)
export const undici_opossum = entry('undici + opossum + retry loop', undiciRequest, withOpossum)
export const fetch_cockatiel = entry('fetch + cockatiel', fetchWith(globalThis.fetch), withCockatiel)
export const fetch_opossum = entry('fetch + opossum + retry loop', fetchWith(globalThis.fetch), withOpossum)
export const axios_cockatiel = entry('axios + cockatiel', axios, withCockatiel)
export const axios_opossum = entry('axios + opossum + retry loop', axios, withOpossum)
export const ky_own = entry('ky + own timeout and retry (no breaker)', kyGuarded)
export const got_own = entry(
  'got + own timeout and retry (no breaker)',
  gotWith({ timeout: { request: 5000 }, retry: { limit: 2, methods: ['POST'] } })
)
