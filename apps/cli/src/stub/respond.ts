/** Answers on a socket, well or faulty: what a service can do to the one who calls it. */
import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type Fault, faultyAnswer, faultyBody, type Reply } from '@trustframe/testing'
import type { RestfulPlan } from '@trustframe/plan'
import * as Duration from 'effect/Duration'

/** Sends an answer. */
export const send = (response: ServerResponse, { body, headers, status }: Reply): void => {
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'content-length': bytes.length })
  response.end(bytes)
}

/** Sends the beginning of an answer and leaves it at that; resolves when the beginning is on its way. */
const sendHalf = (response: ServerResponse, { body, headers, status }: Reply): Promise<void> =>
  new Promise((resolve) => {
    const bytes = Buffer.from(body === '' ? '{}' : body)
    response.writeHead(status, { ...headers, 'content-length': bytes.length })
    response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => resolve())
  })

/** Answers a request as a fault has it; `answer` is asked for what the service would say. */
export const respond = async (
  response: ServerResponse,
  fault: Fault,
  plan: RestfulPlan,
  answer: () => Promise<Reply>
): Promise<void> => {
  switch (fault.kind) {
    case 'status':
    case 'contract':
    case 'malformedJson':
      return send(response, faultyAnswer(fault))
    case 'missingMember':
    case 'wrongType': {
      const reply = await answer()
      return send(response, { ...reply, body: faultyBody(fault, plan, reply.body) })
    }
    case 'slow':
      await pause(Duration.toMillis(fault.duration))
      return send(response, await answer())
    case 'reset':
      if (fault.phase === 'body') await sendHalf(response, await answer())
      response.socket?.resetAndDestroy()
      return
    case 'timeout':
      // Whoever waits gives up; the socket is closed with the server.
      if (fault.phase === 'body') await sendHalf(response, await answer())
      return
    case 'ok':
    case 'dns':
    case 'refused':
    case 'tls':
    case 'circuitOpen':
      return send(response, await answer())
  }
}
