// What a shop does with whoever sends too much, or never comes to an end: over real connections.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { expect, test } from './shop.ts'

const targets = [
  ['/api/webhooks/stripe', 'application/json'],
  ['/api/checkout_sessions', 'application/json'],
  ['/api/cart', 'application/x-www-form-urlencoded'],
  ['/api/preferences', 'text/plain'],
  ['/en', 'text/plain'],
  ['/en/cart', 'multipart/form-data; boundary=x'],
  ['/api/products', 'text/plain'],
] as const

test('300 MB sent to any address are answered at once, cut off, and not held in memory', async ({ shop }) => {
  await sendMuch(shop.url, head('/en', 'text/plain', 'Content-Length: 1000000'))
  const before = megabytes(shop.pid)
  for (const [path, type] of targets)
    for (const size of [`Content-Length: ${300 * 1024 * 1024}`, 'Transfer-Encoding: chunked']) {
      const { status, milliseconds } = await sendMuch(shop.url, head(path, type, size))
      expect(status, path).toBeLessThan(500)
      if (path.startsWith('/api/') && path !== '/api/products') expect([413, 415], path).toContain(status)
      expect(milliseconds, path).toBeLessThan(2_000)
    }

  expect(megabytes(shop.pid) - before).toBeLessThan(32)
})

test('A body that comes letter by letter is waited for 5 seconds, and no longer', async ({ shop }) => {
  const answers = await Promise.all(
    ['/api/webhooks/stripe', '/api/checkout_sessions', '/api/cart', '/api/preferences'].map((path) =>
      sendSlowly(shop.url, head(path, 'application/json', 'Content-Length: 1000')),
    ),
  )

  for (const { status, milliseconds } of answers) {
    expect(status).toBe(408)
    expect(milliseconds).toBeGreaterThan(4_500)
    expect(milliseconds).toBeLessThan(8_000)
  }
})

test('Whoever asks for another protocol gets the ordinary answer, and holds no connection', async ({
  shop,
}) => {
  const before = openFiles(shop.pid)
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, each) => {
      const path = ['/nope', '/en', '/api/health', '/_next/hmr'][each % 4]
      const asked = `GET ${path} HTTP/1.1\r\nHost: shop.example\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n`
      return send(shop.url, asked, () => false)
    }),
  )

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404, 200]))
  for (const { milliseconds } of answers) expect(milliseconds).toBeLessThan(10_000)
  if (before !== null) expect(openFiles(shop.pid)).toBeLessThan(before + 20)
})

function head(path: string, type: string, size: string): string {
  return `POST ${path} HTTP/1.1\r\nHost: shop.example\r\nContent-Type: ${type}\r\n${size}\r\n\r\n`
}

interface Cut {
  readonly status: number
  /** Until the shop closed the connection. */
  readonly milliseconds: number
}

const megabyte = Buffer.alloc(1024 * 1024, 97)

// Whoever still writes when the connection is cut may lose the answer that came before: then it is asked for again.
async function sendMuch(url: string, start: string, tries = 5): Promise<Cut> {
  const chunked = start.includes('chunked')
  const cut = await send(url, start, (write) => {
    if (chunked) write('100000\r\n')
    const more = write(megabyte)
    return chunked ? write('\r\n') && more : more
  })
  return Number.isNaN(cut.status) && tries > 1 ? sendMuch(url, start, tries - 1) : cut
}

function sendSlowly(url: string, start: string): Promise<Cut> {
  return send(url, start, (write) => {
    write('a')
    return false
  })
}

/** Sends `start`, then what `feed` writes, again and again: at once while it gives true, else a little later. */
function send(
  url: string,
  start: string,
  feed: (write: (data: string | Buffer) => boolean) => boolean,
): Promise<Cut> {
  const started = Date.now()
  const socket = connect(Number(new URL(url).port), 'localhost')
  let answer = ''
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text))
  socket.write(start)
  let times = 0
  const timer = setInterval(() => {
    while (times < 300 && socket.writable && feed((data) => socket.write(data))) times += 1
  }, 100)
  return new Promise((resolve) => {
    // A connection that the shop has closed breaks for whoever still writes.
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(timer)
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), milliseconds: Date.now() - started })
    })
  })
}

/** How many files and connections a process has open; null where the system does not tell. */
function openFiles(pid: number | undefined): number | null {
  const folder = `/proc/${pid}/fd`
  return existsSync(folder) ? readdirSync(folder).length : null
}

function megabytes(pid: number | undefined): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024
}
