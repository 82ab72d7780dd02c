import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composeMessage } from './compose-message.ts'
import type { Charges } from './outbox-store.ts'
import { cupsAndTray, noon } from './test-mails.ts'

process.env.SHOP_URL = 'https://shop.example'

const charges: Charges = {
  subtotal: 8700,
  discount: 870,
  shipping: 1500,
  shippingName: 'Express shipping',
  tax: 783,
  addedTax: 783,
}

test('A receipt tells how the goods became the total, line by line, and the lines add up', () => {
  const { text, html } = receipt({ charges, total: 10113 })

  assert.match(
    text,
    /Subtotal: \$87\.00\nDiscount: -\$8\.70\nExpress shipping: \$15\.00\nTax: \$7\.83\nTotal: \$101\.13\n/,
  )
  for (const said of ['Subtotal', '-$8.70', 'Express shipping', '$15.00', 'Tax', '$101.13'])
    assert.ok(html.includes(said), said)
})

test('A receipt in Chinese tells the same in Chinese', () => {
  const free = { ...charges, shipping: 0, shippingName: '标准配送', addedTax: 0 }
  const { text } = receipt({ charges: free, total: 7830 }, 'zh-CN')

  assert.match(
    text,
    /商品小计：US\$87\.00\n优惠：-US\$8\.70\n标准配送：免运费\n合计：US\$78\.30\n合计中已含税：US\$7\.83/,
  )
})

test('A receipt of an order that was charged for its goods alone tells the total alone', () => {
  const goods = { ...charges, discount: 0, shipping: 0, shippingName: null, tax: 0, addedTax: 0 }
  for (const content of [{ charges: goods, total: 8700 }, { total: 8700 }])
    assert.match(receipt(content).text, /= \$39\.00\n\nTotal: \$87\.00\n\nSee/)
})

test('A receipt of an order that a discount paid says that there was nothing to pay', () => {
  const { text } = receipt({
    charges: { ...charges, discount: 8700, shipping: 0, tax: 0, addedTax: 0 },
    total: 0,
  })

  assert.match(text, /^Ordered\. Thank you!\n\nYour discount covers everything/)
  assert.match(text, /Express shipping: Free\nTotal: \$0\.00/)
})

function receipt(content: Partial<typeof cupsAndTray>, locale = 'en') {
  return composeMessage({
    orderId: 'K7Q2F',
    kind: 'receipt',
    recipient: 'shopper@example.com',
    locale,
    content: JSON.stringify({ ...cupsAndTray, ...content }),
    createdAt: noon,
    attempts: 0,
  })
}
