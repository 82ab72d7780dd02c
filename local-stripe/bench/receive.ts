// The shop of the bench.
import { createServer } from 'node:http'

/** Opens an endpoint that takes every webhook. */
export async function receive() {
  let count = 0
  let last = ''
  let waiting: { number: number; resolve: () => void } | null = null
  const server = createServer((request, response) => {
    last = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (last += chunk))
    request.once('end', () => {
      response.end()
      count += 1
      if (count === waiting?.number) waiting.resolve()
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`,
    /** Waits for so many webhooks and gives the payload of the last. */
    async had(number: number): Promise<string> {
      if (count < number) await new Promise<void>((resolve) => void (waiting = { number, resolve }))
      return last
    },
    close: () => server.close(),
  }
}
