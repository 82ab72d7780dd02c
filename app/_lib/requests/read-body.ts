// Route Handlers have no limit of their own, for a body's size or for its time: a stranger could fill the memory, or hold
// many connections open a byte at a time. So bytes are counted as they come, and all of them have one deadline.

const patience = 5_000

export type Body =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: 'too-large' | 'too-slow' }

/**
 * The request's body, unless it has more than `maximum` bytes or is not all there after `deadline` milliseconds; what is over
 * is neither held nor waited for.
 */
export async function readBody(request: Request, maximum: number, deadline = patience): Promise<Body> {
  if (Number(request.headers.get('content-length') ?? 0) > maximum) return { ok: false, code: 'too-large' }
  if (!request.body) return { ok: true, text: '' }
  const { promise: late, resolve } = Promise.withResolvers<'late'>()
  const timer = setTimeout(resolve, deadline, 'late')
  try {
    return await readChunks({ reader: request.body.getReader(), maximum, late })
  } finally {
    clearTimeout(timer)
  }
}

interface Reading {
  readonly reader: ReadableStreamDefaultReader<Uint8Array>
  readonly maximum: number
  readonly late: Promise<'late'>
}

async function readChunks({ reader, maximum, late }: Reading): Promise<Body> {
  const chunks: Uint8Array[] = []
  let size = 0
  while (size <= maximum) {
    const next = await Promise.race([reader.read(), late])
    if (next === 'late') return { ok: false, code: 'too-slow' }
    if (next.done) return { ok: true, text: Buffer.concat(chunks).toString('utf8') }
    size += next.value.byteLength
    chunks.push(next.value)
  }
  return { ok: false, code: 'too-large' }
}
