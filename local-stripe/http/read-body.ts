// Reads a request's body, up to a limit.
import type { IncomingMessage } from 'node:http'

const usualLimit = 1_000_000

/** The body as text; null when it has more than `largest` bytes (1 MB), in which case the rest is left unread. */
export async function readBody(request: IncomingMessage, largest = usualLimit): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > largest) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > largest) return null
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
