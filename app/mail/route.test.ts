import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { addressHeader } from '../_doors/address-header.ts'
import { GET } from './route.ts'

const above = mkdtempSync(join(tmpdir(), 'kiosk-mail-page-'))
const folder = join(above, 'mail')
process.env.MAIL_FOLDER = folder

after(() => rmSync(above, { recursive: true }))

test('Before anything was sent the page says so', async () => {
  const answer = await get('')

  assert.equal(answer.status, 200)
  assert.match(await answer.text(), /Nothing has been sent yet/)
})

test('Messages are listed, newest first, and one is shown by its name', async () => {
  put('20261123T120000000Z-receipt.A.eml', { subject: 'Older' })
  put('20261123T130000000Z-receipt.B.eml', { subject: 'Newer' })

  const list = await (await get('')).text()
  assert.ok(list.indexOf('Newer') < list.indexOf('Older') && list.includes('Newer'))

  const page = await (await get('20261123T120000000Z-receipt.A.eml')).text()
  assert.match(page, /<h2>Older<\/h2>/)
  assert.match(page, /<pre>Plain &amp; simple/)
})

test('Whatever a message holds stays text in the page, and its HTML is shut in a frame without script', async () => {
  put('x.eml', { subject: '<script>a()</script>', html: '<p title="q">Hello</p><script>b()</script>' })

  const answer = await get('x.eml')
  const page = await answer.text()

  assert.doesNotMatch(page, /<script/)
  assert.match(page, /srcdoc="&lt;p title=&quot;q&quot;&gt;Hello/)
  assert.match(page, /sandbox="allow-popups allow-popups-to-escape-sandbox"/)
  assert.match(
    answer.headers.get('Content-Security-Policy') ?? '',
    /default-src 'none'; style-src 'unsafe-inline';/,
  )
})

test('The page speaks the language of whoever reads it', async () => {
  assert.match(
    await (await get('', { 'accept-language': 'zh-CN,zh' })).text(),
    /<html lang="zh-CN">[\s\S]*没有设置SMTP/,
  )
})

for (const name of [
  'nope.eml',
  '../secret.eml',
  '..%2Fsecret.eml',
  '/etc/passwd',
  '..',
  '.',
  'mail.eml/../../secret.eml',
  'secret',
]) {
  test(`No message is called ${name}: 404`, async () => {
    writeFileSync(join(above, 'secret.eml'), 'Subject: secret\r\n\r\nsecret')
    const answer = await get(name)

    assert.equal(answer.status, 404)
    assert.doesNotMatch(await answer.text(), /secret/)
  })
}

test('Who may not read messages is not told that there are any', async () => {
  const [one, list] = await Promise.all([
    get('x.eml', { host: 'shop.example' }),
    get('', { host: 'shop.example' }),
  ])

  assert.deepEqual([one.status, list.status], [404, 404])
  assert.equal(await one.text(), await list.text())
})

function get(message: string, headers: Record<string, string> = {}): Promise<Response> {
  const query = message === '' ? '' : `?message=${encodeURIComponent(message)}`
  const own = { host: 'localhost:3000', [addressHeader]: '127.0.0.1' }
  return GET(new Request(`http://localhost:3000/mail${query}`, { headers: { ...own, ...headers } }))
}

function put(name: string, { subject, html = '<p>Hello</p>' }: { subject: string; html?: string }): void {
  const head = `From: shop@example.com\r\nTo: a@example.com\r\nSubject: ${subject}\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n`
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, name),
    `${head}${part('text/plain', 'Plain & simple')}${part('text/html', html)}--b--\r\n`,
  )
}

function part(type: string, body: string): string {
  return `--b\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}\r\n`
}
