/** The faults that the demo makes, one at a time, each on real sockets. */
import type { Partners } from './partners.ts'

/** A fault: which hosts the journey calls, and what the partner services are told. */
export interface DemoFault {
  readonly name: string
  /** Hosts that differ from the well ones. */
  readonly hosts?: Readonly<Record<string, string>>
  readonly arrange?: (partners: Partners) => void
  /** How often the journey ran, and failed, before the run that is shown. */
  readonly before?: number
}

const tokenHost = 'login.microsoftonline.com'

/** `refused` is a URL on which nobody listens. */
export const demoFaults = (refused: string): ReadonlyArray<DemoFault> => [
  // RFC 6761 reserves .invalid: the name never resolves.
  { name: 'the name does not resolve', hosts: { [tokenHost]: 'https://token.trustframe.invalid' } },
  { name: 'nobody listens', hosts: { [tokenHost]: refused } },
  { name: 'no answer in time', arrange: ({ token }) => token.failWith({ _tag: 'Hang' }) },
  {
    name: 'the token endpoint answers 500',
    arrange: ({ token }) => token.failWith({ _tag: 'Answer', status: 500, body: 'oops', contentType: 'text/plain' })
  },
  {
    name: 'the API answers 401',
    arrange: ({ profile }) => profile.failWith({ _tag: 'Answer', status: 401, body: '{"error":"invalid_token"}' })
  },
  {
    name: 'the API refuses: 409, userMessage',
    arrange: ({ profile }) =>
      profile.failWith({
        _tag: 'Answer',
        status: 409,
        body: JSON.stringify({
          version: '1.0.0',
          status: 409,
          userMessage: 'Your profile is being moved. Come back at noon.'
        })
      })
  },
  {
    name: '200 with broken JSON',
    arrange: ({ profile }) => profile.failWith({ _tag: 'Answer', status: 200, body: '{"name": "Ada' })
  },
  {
    name: '200 without access_token',
    arrange: ({ token }) => token.failWith({ _tag: 'Answer', status: 200, body: '{"token_type":"Bearer"}' })
  },
  {
    name: 'the circuit is open',
    before: 3,
    arrange: ({ token }) => token.failWith({ _tag: 'Answer', status: 503, body: '' })
  }
]
