/** A request that no fake service answers: the test's own mistake, so it ends the test instead of the journey. */
import { formatRequestPattern, type RequestPattern } from '../request/RequestPattern.ts'
import type { ReceivedRequest } from '../request/ReceivedRequest.ts'

const handlerFor = ({ method, technicalProfile, url }: ReceivedRequest): string => {
  const { host, pathname } = new URL(url)
  const name = technicalProfile === '' ? `${method} https://${host}${pathname}` : technicalProfile
  return `services: { '${name}': reply.json({ … }) }`
}

/** Nobody answers a request. Its message shows the request without its credentials, and what to do. */
export class UnexpectedRequest extends Error {
  override readonly name = 'UnexpectedRequest'
  readonly request: ReceivedRequest

  constructor(request: ReceivedRequest, known: ReadonlyArray<RequestPattern>) {
    const caller = request.technicalProfile === '' ? '' : ` of technical profile "${request.technicalProfile}"`
    const handlers =
      known.length === 0
        ? '  there are no fake services'
        : ['  there are fake services for', ...known.map((pattern) => `    ${formatRequestPattern(pattern)}`)].join(
            '\n'
          )
    super(
      [
        `no fake service answers the request${caller}`,
        `  ${request.toString()}`,
        handlers,
        `  add one to the scenario, such as  ${handlerFor(request)}`,
        '  or let examples: true answer with what its output claims need'
      ].join('\n')
    )
    this.request = request
  }
}
