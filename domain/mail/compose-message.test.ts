import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composeMessage } from './compose-message.ts'
import type { StoredMail } from './outbox-store.ts'
import { Refused } from './send-failure.ts'
import { cupsAndTray, noon } from './test-mails.ts'

process.env.SHOP_URL = 'https://shop.example'

test('A receipt has the order’s number, its lines, its total and the way to its page, in text and in HTML', () => {
  const { subject, text, html } = composeMessage(stored())

  assert.equal(subject, 'Your order K7Q2F at Kiosk')
  for (const part of [text, html])
    for (const said of [
      'Order K7Q2F',
      'Celadon mug, celadon',
      '2 × $24.00',
      '$48.00',
      '$39.00',
      '$87.00',
      'https://shop.example/en/orders/abcdefghijklmnopqrstuv',
    ])
      assert.ok(part.includes(said), said)
})

test('A receipt sent again says what the first one said, and is a message of its own to mail programs', () => {
  const [first, again] = [stored(), stored({ kind: 'receipt:2026-11-23:1' })].map(composeMessage)

  assert.equal(again?.text, first?.text)
  assert.equal(again?.messageId, '<receipt.2026-11-23.1.K7Q2F@shop.example>')
})

const parcel: typeof cupsAndTray = {
  ...cupsAndTray,
  placedAt: '2026-11-22T23:05:00.000Z',
  delivery: {
    to: ['Wang <Fang>', '90 Wensan Road & 3'],
    by: { name: 'Standard', days: { from: 5, to: 9 } },
  },
}

test('A receipt says when it was ordered, where it goes, how and how long that takes, and how to reach the shop', () => {
  const { text, html } = composeMessage(stored({ content: parcel }))

  assert.match(text, /Order K7Q2F\nPlaced November 22, 2026 at 11:05\sPM UTC/)
  assert.match(text, /Goes to:\n {2}Wang <Fang>\n {2}90 Wensan Road & 3\n/)
  assert.match(html, /Goes to<\/span><br>Wang &lt;Fang&gt;<br>90 Wensan Road &amp; 3</)
  for (const part of [text, html])
    for (const said of ['by Standard, which takes 5–9 working days', 'https://shop.example/en/help/contact'])
      assert.ok(part.includes(said), said)
})

test('A receipt in Chinese says the same in Chinese, with the line height of the shop’s pages', () => {
  const { text, html } = composeMessage(stored({ content: parcel, locale: 'zh-CN' }))

  for (const part of [text, html])
    for (const said of [
      '下单于2026年11月22日 23:05（UTC）',
      '收货地址',
      '（Standard），下单后5–9个工作日送达',
    ])
      assert.ok(part.includes(said), said)
  assert.match(html, /line-height:1\.75/)
})

test('A message that was written down before it knew of parcels is sent without', () => {
  assert.doesNotMatch(composeMessage(stored()).text, /Goes to|Placed|null|undefined/)
})

test('The HTML has colours for the night, and each of them is of a part that is there', () => {
  const { html } = composeMessage(stored({ content: parcel }))
  const [, night = ''] = /prefers-color-scheme:dark\)\{([\s\S]*?)<\/style>/.exec(html) ?? []
  const parts = [...night.matchAll(/\.(\w+)\{/g)].map(([, name = '']) => name)

  assert.match(html, /<meta name="color-scheme" content="light dark">/)
  assert.ok(parts.length > 5)
  for (const name of parts) assert.ok(html.includes(`class="${name}"`), name)
})

test('A message is written in the order’s language and in its currency', () => {
  const { subject, text, html, headers } = composeMessage(
    stored({ locale: 'zh-CN', content: { ...cupsAndTray, currency: 'jpy' } }),
  )

  assert.equal(subject, '您在小铺的订单K7Q2F')
  assert.match(text, /合计：JP¥8,700/)
  assert.match(html, /<html lang="zh-CN">/)
  assert.match(text, /https:\/\/shop\.example\/zh-CN\/orders\//)
  assert.equal(headers['Content-Language'], 'zh-CN')
})

test('A failed payment says that nothing was charged', () => {
  const { subject, text } = composeMessage(stored({ kind: 'payment-failed' }))

  assert.equal(subject, 'The payment for order K7Q2F failed')
  assert.match(text, /nothing was charged/)
})

test('A refund of all and a refund of a part are told apart, each with its sum', () => {
  const all = composeMessage(stored({ kind: 'refund:re_1', content: { ...cupsAndTray, refund: 8700 } }))
  const part = composeMessage(stored({ kind: 'refund:re_1', content: { ...cupsAndTray, refund: 2400 } }))

  assert.match(all.text, /^Refunded in full\n\n\$87\.00 is on its way back/)
  assert.match(part.text, /^Refunded in part\n\n\$24\.00 of the \$87\.00 you paid is on its way back/)
  assert.match(part.text, /Total: \$87\.00\nThis refund: \$24\.00/)
})

test('A refund without its sum is no message', () => {
  assert.throws(() => composeMessage(stored({ kind: 'refund:re_1' })), /a refund without a sum/)
})

test('A message has one name for its order and kind, whenever it is composed', () => {
  const { messageId, fileName } = composeMessage(
    stored({ kind: 'refund:re_1', content: { ...cupsAndTray, refund: 1 } }),
  )

  assert.equal(messageId, '<refund.re_1.K7Q2F@shop.example>')
  assert.equal(fileName, '20261123T120000000Z-refund.re_1.K7Q2F.eml')
})

test('No name leads out of the folder or out of its header', () => {
  const { messageId, fileName } = composeMessage(stored({ orderId: '../../x\r\nBcc: b@example.com\0' }))

  assert.match(messageId, /^<[\w.-]+@shop\.example>$/)
  assert.match(fileName, /^[\w.-]+\.eml$/)
})

test('What a name holds is text in HTML, and is itself in plain text', () => {
  const name = `<img src=x onerror="a()"> & 'tea' 🍵 明前`
  const lines = [{ name, quantity: 1, unitAmount: 8700 }]
  const { text, html } = composeMessage(stored({ content: { ...cupsAndTray, lines } }))

  assert.ok(text.includes(name))
  assert.ok(html.includes('&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; &#39;tea&#39; 🍵 明前'))
  assert.doesNotMatch(html, /<img/)
})

test('The HTML loads nothing from anywhere and runs nothing', () => {
  const { html } = composeMessage(stored())

  assert.doesNotMatch(html, /<(img|link|script|iframe|form)|url\(|@import/i)
  const addresses = [...html.matchAll(/https?:\/\/[^"/<\s]+/g)].map(([address]) => address)
  assert.deepEqual([...new Set(addresses)], ['https://shop.example'])
})

for (const recipient of [
  '',
  'nobody',
  'a@example.com, b@example.com',
  'a@example.com\r\nBcc: b@example.com',
  '<a@example.com>',
  'A <a@example.com>',
  'a b@example.com',
  'a@b@example.com',
  'a@example.com\0',
]) {
  test(`${JSON.stringify(recipient)} is no address of one recipient`, () => {
    assert.throws(() => composeMessage(stored({ recipient })), Refused)
  })
}

for (const recipient of ['a@example.com', 'a.b+c@example.co.jp', "o'hara@example.com", '王芳@例え.jp']) {
  test(`${recipient} is an address`, () => {
    assert.equal(composeMessage(stored({ recipient })).to.address, recipient)
  })
}

const unreadable: Record<string, Partial<Pick<StoredMail, 'kind' | 'locale' | 'content'>>> = {
  'of an unknown kind': { kind: 'greeting' },
  'in an unknown language': { locale: 'fr' },
  'whose content is cut off': { content: '{"token":"a"' },
  'whose sums are no whole numbers': { content: JSON.stringify({ ...cupsAndTray, total: 1.5 }) },
}

for (const [what, columns] of Object.entries(unreadable)) {
  test(`A message ${what} is not composed`, () => {
    assert.throws(() => composeMessage({ ...stored(), ...columns }))
  })
}

function stored(
  mail: Partial<Omit<StoredMail, 'content'>> & { content?: typeof cupsAndTray } = {},
): StoredMail {
  return {
    orderId: 'K7Q2F',
    kind: 'receipt',
    recipient: 'shopper@example.com',
    locale: 'en',
    createdAt: noon,
    attempts: 0,
    ...mail,
    content: JSON.stringify(mail.content ?? cupsAndTray),
  }
}
