// The HTTP server: one door for each part of Local Stripe, on the loopback interface only. What shows pages is loaded
// when somebody asks for the first one, so that a start is quick.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Account } from '../account.ts'
import { answerApiRequest } from '../api/answer-api-request.ts'
import { errorBody } from '../api/stripe-error.ts'
import { answerReceiptRequest } from '../charges/receipt-page.ts'
import { answerControlRequest, largestBody } from '../control/answer-control-request.ts'
import { answerStripeJs } from '../stripe-js/answer-stripe-js.ts'
import { isWindowPath } from '../window/paths.ts'
import { isOwnHost, refuseHost } from './own-host.ts'
import { readBody } from './read-body.ts'
import { json, send, type Outcome } from './reply.ts'

// Not imported: an import of node:http reads all of its members, one of which loads Node's HTTP client.
const { createServer } = process.getBuiltinModule('node:http')

const host = '127.0.0.1'
/** Longer than clients keep a connection, so that none is closed under a request. */
const longestIdle = 75_000

/** Opens the port (0 for any free one) and gives the server with its URL. Rejects when the port is taken. */
export async function listen(port: number): Promise<{ server: Server; url: string }> {
  const server = createServer({ keepAliveTimeout: longestIdle })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return { server, url: `http://${host}:${address.port}` }
}

/** Lets a listening server answer for an account. */
export function serve(server: Server, account: Account): void {
  server.on('request', (request, response) => {
    answer(account, request, response)
      .catch((error: unknown) => failed(error))
      .then((outcome) => {
        if (!request.complete) response.setHeader('Connection', 'close')
        send(response, outcome)
      })
      .catch(() => response.destroy())
  })
}

async function answer(
  account: Account,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Outcome> {
  const address = request.url ?? '/'
  const mark = `${address}?`.indexOf('?')
  const [path, query] = [address.slice(0, mark), address.slice(mark + 1)]
  const method = request.method ?? 'GET'
  if (!isOwnHost(request.headers.host)) return refuseHost()
  const body = await readBody(request, largestBody(path))
  const headers = plainHeaders(request)
  if (path.startsWith('/c/')) {
    const { answerPageRequest } = await import('../hosted-page/answer-page-request.ts')
    return answerPageRequest(account, { method, path, body, acceptLanguage: headers['accept-language'] })
  }
  if (path.startsWith('/receipts/')) return answerReceiptRequest(account, path)
  if (path === '/stripe.js' || path.startsWith('/stripe-js/')) return answerStripeJs(account, { path, query })
  if (isWindowPath(path)) {
    const { answerWindowRequest } = await import('../window/answer-window-request.ts')
    return answerWindowRequest(account, { method, path, query, body, headers, response })
  }
  if (path.startsWith('/_local/')) {
    return answerControlRequest(account, { method, path, query, body, headers })
  }
  return answerApiRequest(account, { method, path, query, body, headers })
}

function plainHeaders(request: IncomingMessage): Record<string, string | undefined> {
  const entries = Object.entries(request.headers)
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]))
}

function failed(error: unknown): Outcome {
  console.error(error)
  return json(500, errorBody({ status: 500, type: 'api_error', message: 'Local Stripe failed.' }))
}
