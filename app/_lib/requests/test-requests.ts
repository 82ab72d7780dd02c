// For tests: requests as browsers, scripts and strangers send them.
import { settings } from '#env'

export interface Sent {
  readonly method?: string
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>> | readonly (readonly [string, string])[]
  /** A body as it is, with its type in `headers`. */
  readonly body?: string | ReadableStream
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: Readonly<Record<string, string>>
}

/** A request to the shop, from one of its own pages unless `headers` say otherwise. */
export function aRequestTo(path: string, sent: Sent = {}): Request {
  const { json, form, cookies = {}, method = 'POST' } = sent
  const headers = new Headers({ 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' })
  if (json !== undefined) headers.set('Content-Type', 'application/json')
  if (form !== undefined) headers.set('Content-Type', 'application/x-www-form-urlencoded')
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`)
  if (cookie.length > 0) headers.set('Cookie', cookie.join('; '))
  for (const [name, value] of Object.entries(sent.headers ?? {})) headers.set(name, value)
  const body = bodyOf(sent)
  return new Request(new URL(path, settings().shopUrl), {
    method,
    headers,
    ...(body !== undefined && { body, duplex: 'half' }),
  })
}

/** A problem's answer, read. */
export async function problemOf(answer: Response): Promise<Record<string, unknown>> {
  const type = answer.headers.get('content-type')
  if (type !== 'application/problem+json') throw new Error(`no problem but ${type}`)
  return (await answer.json()) as Record<string, unknown>
}

/** The cookies that an answer sets, by name, with their attributes. */
export function setCookiesOf(answer: Response): Record<string, { value: string; attributes: string[] }> {
  return Object.fromEntries(
    answer.headers.getSetCookie().map((text) => {
      const [pair = '', ...attributes] = text.split('; ')
      const [name = '', ...value] = pair.split('=')
      return [name, { value: value.join('='), attributes }]
    }),
  )
}

/** A body of `chunks` pieces of `size` bytes, and how many of them were taken. */
export function aStream(chunks: number, size: number): { stream: ReadableStream; taken: () => number } {
  let taken = 0
  const stream = new ReadableStream(
    {
      pull(controller) {
        if (taken === chunks) return controller.close()
        taken += 1
        controller.enqueue(new Uint8Array(size).fill(97))
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, taken: () => taken }
}

function bodyOf({ json, form, body }: Sent): BodyInit | undefined {
  if (json !== undefined) return JSON.stringify(json)
  if (form === undefined) return body
  const fields = Array.isArray(form) ? form.map(([name, value]) => [name, value]) : Object.entries(form)
  return new URLSearchParams(fields).toString()
}
