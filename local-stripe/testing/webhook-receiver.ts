// A shop's webhook endpoint: checks every signature with the official SDK and keeps the events.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { TestContext } from 'node:test'
import type { Stripe } from 'stripe'

export type Receiver = Awaited<ReturnType<typeof receiveWebhooks>>

const longestWait = 20_000

/** Opens an endpoint and registers it. `answer` gives the status for the nth webhook; 200 when left out. */
export async function receiveWebhooks(
  t: TestContext,
  stripe: Stripe,
  options: {
    events?: ['*'] | Stripe.WebhookEndpointCreateParams.EnabledEvent[]
    answer?: (n: number) => number
  } = {},
) {
  const { events = ['*'], answer = () => 200 } = options
  const received: Stripe.Event[] = []
  const signatures: string[] = []
  let calls = 0
  let secret = ''
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      const signature = String(request.headers['stripe-signature'])
      signatures.push(signature)
      const status = answer((calls += 1))
      if (status < 300) received.push(stripe.webhooks.constructEvent(body, signature, secret))
      response.writeHead(status).end()
    })
  })
  const url = `${await listenForTest(t, server)}/webhooks`
  const endpoint = await stripe.webhookEndpoints.create({ url, enabled_events: events })
  secret = endpoint.secret ?? ''
  return {
    url,
    endpoint,
    received,
    signatures,
    types: () => received.map((event) => event.type),
    /** Waits until an event of this type has come, and gives it. */
    event: (type: string) =>
      eventually(() => received.find((event) => event.type === type), `a ${type} event`),
  }
}

/** Opens a server on a free port for one test and gives its URL. */
export async function listenForTest(t: TestContext, server: Server): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

/** Waits until a question has an answer, twenty seconds at most unless another patience (milliseconds) is given. */
export async function eventually<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  what: string,
  patience = longestWait,
): Promise<T> {
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await new Promise((resolve) => void setTimeout(resolve, 10))
  }
  throw new Error(`There was no ${what} within ${patience / 1000} seconds.`)
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
