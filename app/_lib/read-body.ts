// Route Handlers have no body limit of their own, so a stranger could fill the memory: bytes are counted as they come.

/** The request's body as text, or null when it has more than `maximum` bytes; what is over is never held. */
export async function readBody(request: Request, maximum: number): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > maximum) return null
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > maximum) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
