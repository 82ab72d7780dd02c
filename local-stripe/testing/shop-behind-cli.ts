// The shop that `stripe listen` forwards to: keeps what comes as it comes.
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { TestContext } from 'node:test'
import { eventually, listenForTest } from './webhook-receiver.ts'

export type Forwarded = { path: string; headers: IncomingHttpHeaders; body: string }
const patience = 60_000

/** Opens a shop; `status` is what it answers. */
export async function shopBehindCli(t: TestContext, status = 200) {
  const received: Forwarded[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (data: Buffer) => void chunks.push(data))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      received.push({ path: request.url ?? '', headers: request.headers, body })
      response.writeHead(status).end()
    })
  })
  const url = await listenForTest(t, server)
  return {
    url,
    received,
    types: () => received.map(({ body }) => String(JSON.parse(body).type)),
    /** Waits until an event of this type has come, a minute at most, and gives what came. */
    event: (type: string) =>
      eventually(
        () => received.find(({ body }) => JSON.parse(body).type === type),
        `a ${type} event`,
        patience,
      ),
  }
}
