import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composeMessage } from './compose-message.ts'
import { cupsAndTray, noon } from './test-mails.ts'

Object.assign(process.env, {
  SHOP_URL: 'https://shop.example',
  CONTACT_EMAIL: 'hello@shop.example',
  MAIL_FROM: 'post@shop.example',
  SHOP_TIME_ZONE: 'Asia/Shanghai',
})

test('A message names the address that the shop is written to, and an answer to it goes there', () => {
  const { text, html, from, headers } = composeMessage(receipt('en'))

  assert.match(text, /Something not right\? Tell us the order number: hello@shop\.example\n/)
  assert.match(html, /<a href="mailto:hello@shop\.example"[^>]*>hello@shop\.example<\/a>/)
  assert.deepEqual([from.address, headers['Reply-To']], ['post@shop.example', 'hello@shop.example'])
})

test('Whoever orders in Beijing before eight reads of their own day', () => {
  assert.match(composeMessage(receipt('zh-CN')).text, /下单于2026年11月23日 07:05（北京时间）/)
})

function receipt(locale: string) {
  const content = JSON.stringify({ ...cupsAndTray, placedAt: '2026-11-22T23:05:00.000Z' })
  const mail = { orderId: 'K7Q2F', kind: 'receipt', recipient: 'shopper@example.com', attempts: 0 }
  return { ...mail, locale, content, createdAt: noon }
}
