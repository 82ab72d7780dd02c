// For tests: an SMTP server of the test's own, which the shop sends through. Settings are read at the first call, so importing
// this, after '#prisma/test-database', is enough. Each test begins with an empty outbox and a server that takes everything.
import { after, afterEach } from 'node:test'
import { closeDatabase, transaction } from '#prisma/client'
import { startSmtp } from './test-smtp.ts'

export const smtp = await startSmtp()

Object.assign(process.env, {
  SMTP_URL: `smtp://kiosk:ge%20heim@127.0.0.1:${smtp.port}`,
  MAIL_FROM: 'shop@example.com',
})

afterEach(async () => {
  smtp.answer = () => undefined
  await transaction((tx) => tx.outboxMail.deleteMany())
})
after(async () => {
  await smtp.stop()
  await closeDatabase()
})
