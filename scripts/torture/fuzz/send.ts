import { Agent, request } from 'node:http'

/** A request as it is sent, byte for byte. */
export interface Sent {
  readonly method: string
  readonly path: string
  readonly body: string | null
  readonly headers: Readonly<Record<string, string>>
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Sends it and gives the status and how long it took; status 0: no answer came. */
export function send(
  url: string,
  { method, path, body, headers }: Sent,
): Promise<{ status: number; ms: number }> {
  const started = performance.now()
  return new Promise((resolve) => {
    const end = (status: number) => resolve({ status, ms: performance.now() - started })
    const sent = request(`${url}${path}`, {
      method,
      agent,
      timeout: 20_000,
      headers: { ...sendable(headers), ...(body !== null && { 'Content-Length': Buffer.byteLength(body) }) },
    })
    let status = 0
    sent.on('response', (answer) => {
      status = answer.statusCode ?? 0
      answer.resume()
      answer.on('close', () => end(status))
    })
    sent.on('timeout', () => sent.destroy())
    // A server that has answered 413 may close the connection before all is sent.
    sent.on('error', () => end(status))
    sent.end(body ?? undefined)
  })
}

// What HTTP itself forbids in a header never reaches a server.
function sendable(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const bytes = Buffer.from(value).filter((byte) => byte === 9 || (byte >= 32 && byte !== 127))
      return [name, Buffer.from(bytes).toString('latin1')]
    }),
  )
}
