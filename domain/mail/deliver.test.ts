import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import { checkSmtp, deliver } from './deliver.ts'
import { startSmtp } from './test-smtp.ts'

const smtp = await startSmtp()
// Another way to write 127.0.0.1: the server is reached by it, and it is none of this machine's own names.
const away = `127.1:${smtp.port}`
process.env.SMTP_URL = `smtp://kiosk:geheim@${away}`
process.env.MAIL_FROM = 'shop@example.com'
let said: string[] = []

function withoutStarttls(line: string, command: string): string | undefined {
  said.push(line)
  return command === 'STARTTLS' ? '502 5.5.1 no such command' : undefined
}
smtp.answer = withoutStarttls

const message = {
  messageId: '<receipt.1@localhost>',
  fileName: 'receipt.1.eml',
  from: { name: 'Kiosk', address: 'shop@example.com' },
  to: { name: '', address: 'shopper@example.com' },
  subject: 'Your receipt',
  text: 'Thank you',
  html: '<p>Thank you</p>',
  headers: {},
}

afterEach(() => {
  said = []
  smtp.answer = withoutStarttls
})
after(() => smtp.stop())

test('No login is sent to another machine that offers no STARTTLS, and the failure says what to do', async () => {
  await assert.rejects(deliver(message), /502 5\.5\.1 .*must offer STARTTLS .*smtps:/)
  assert.deepEqual(smtp.received, [])
  assert.doesNotMatch(said.join('\n'), /^(AUTH|MAIL)/m)
})

test('A check tells the same, without the password', async () => {
  const reason = await checkSmtp(`smtp://kiosk:geheim@${away}`)
  assert.match(reason ?? '', /^ETLS: .*must offer STARTTLS .*smtps:/)
  assert.doesNotMatch(`${reason}\n${said.join('\n')}`, /geheim|AUTH/)
})

test('A server that takes STARTTLS and then speaks no TLS gets no login either', async () => {
  smtp.answer = (line) => void said.push(line)
  assert.match((await checkSmtp(`smtp://kiosk:geheim@${away}?ignoreTLS=true`)) ?? '', /STARTTLS/)
  assert.doesNotMatch(said.join('\n'), /AUTH/)
})

test('A server on this machine may have the login as it is, and one that wants no login may be anywhere', async () => {
  for (const open of [`kiosk:geheim@127.0.0.1:${smtp.port}`, `kiosk:geheim@LOCALHOST:${smtp.port}`, away])
    assert.equal(await checkSmtp(`smtp://${open}`), null)
  assert.match(said.join('\n'), /^AUTH/m)
})
