// Reads messages as this shop writes them: text and HTML in UTF-8, side by side (RFC 2045 to 2047).

export interface ReadMessage {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly date: string
  readonly text: string
  readonly html: string
}

interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** A message out of an .eml file. What it does not have is the empty text. */
export function readEml(bytes: Buffer): ReadMessage {
  const message = readPart(bytes.toString('latin1'))
  const parts = leavesOf(message)
  const [from, to, subject, date] = ['from', 'to', 'subject', 'date'].map((name) => headerOf(message, name))
  return {
    from: from ?? '',
    to: to ?? '',
    subject: subject ?? '',
    date: date ?? '',
    text: bodyOf(parts, 'text/plain'),
    html: bodyOf(parts, 'text/html'),
  }
}

function readPart(source: string): Part {
  const [head = '', ...body] = source.split('\r\n\r\n')
  const fields = head.replace(/\r\n(?=[ \t])/g, '').split('\r\n')
  const headers = fields.map((field) => {
    const [name = '', ...value] = field.split(':')
    return [name.toLowerCase(), value.join(':').trim()] as const
  })
  return { headers: new Map(headers), body: body.join('\r\n\r\n') }
}

function leavesOf(part: Part): Part[] {
  const boundary = /boundary="?([^";]+)/.exec(part.headers.get('content-type') ?? '')?.[1]
  if (boundary === undefined) return [part]
  const between = part.body.split(`--${boundary}`).slice(1, -1)
  return between.flatMap((source) => leavesOf(readPart(source.replace(/^\r\n|\r\n$/g, ''))))
}

function bodyOf(parts: readonly Part[], type: string): string {
  const part = parts.find(({ headers }) => headers.get('content-type')?.startsWith(type))
  if (!part) return ''
  return bytesOf(part.body, part.headers.get('content-transfer-encoding') ?? '').toString()
}

function bytesOf(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  return Buffer.from(encoding === 'quoted-printable' ? unquote(body.replace(/=\r\n/g, '')) : body, 'latin1')
}

// Between two encoded words the blank is only there to fold the line.
function headerOf({ headers }: Part, name: string): string {
  const raw = Buffer.from(headers.get(name) ?? '', 'latin1').toString()
  return raw
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString()
        : Buffer.from(unquote(word.replaceAll('_', ' ')), 'latin1').toString(),
    )
}

function unquote(text: string): string {
  return text.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
