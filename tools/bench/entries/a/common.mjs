/** What every client does for a call: the claims as a form, one POST, the status checked, the JSON parsed. */
export const encode = (claims) => new URLSearchParams(claims).toString()

export const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }

/** What every guard is set to. */
export const POLICY = { timeoutMs: 5000, retries: 2, backoffMs: 50, failures: 5, openMs: 10_000 }

export class StatusError extends Error {
  constructor(status) {
    super(`status ${status}`)
    this.status = status
  }
}
