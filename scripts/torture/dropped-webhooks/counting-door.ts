// A door before Stripe that notes when each call came.
import { once } from 'node:events'
import { createServer, request } from 'node:http'

export interface CountingDoor {
  readonly url: string
  readonly calls: () => number
  /** The most calls that came within any second. */
  readonly mostInOneSecond: () => number
  readonly close: () => void
}

/** Opens it before the server at `target`. */
export async function openCountingDoor(target: string): Promise<CountingDoor> {
  const times: number[] = []
  const server = createServer((asked, answer) => {
    times.push(performance.now())
    const { method, headers, url = '/' } = asked
    const passed = request(new URL(url, target), {
      method,
      headers: { ...headers, host: new URL(target).host },
    })
    passed.on('response', (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      given.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    asked.pipe(passed)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    calls: () => times.length,
    mostInOneSecond: () =>
      Math.max(
        0,
        ...times.map((first, index) => times.slice(index).filter((time) => time < first + 1000).length),
      ),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
