import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { receiveWebhooks } from '../testing/webhook-receiver.ts'
import { openPage } from './testing/open-page.ts'

type Types = Stripe.Checkout.SessionCreateParams['allowed_payment_method_types']
const shopper = { email: 'ann@example.com', billingName: 'Ann Lee', billingCountry: 'DE' }
const chosen = (type: string) => ({ 'payment-method-accordion-item-title': type })

async function checkout(
  stripe: Stripe,
  types: Types & object,
  price: { currency?: string; amount?: number } = {},
) {
  const params = sessionParams(price, { allowed_payment_method_types: types })
  const session = await stripe.checkout.sessions.create(params)
  const page = await openPage(session.url ?? '')
  return { id: session.id, page, session: () => stripe.checkout.sessions.retrieve(session.id) }
}

test('Several methods are an accordion with Stripe’s ids; a single one stands open.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page } = await checkout(stripe, ['card', 'us_bank_account', 'alipay', 'wechat_pay'])
  for (const type of ['card', 'us_bank_account', 'alipay', 'wechat_pay']) {
    assert.ok(page.text.includes(`id="payment-method-accordion-item-title-${type}"`), type)
    for (const part of ['accordion-item', 'accordion-item-button']) {
      assert.ok(page.text.includes(`data-testid="${type}-${part}"`), type)
    }
  }
  assert.equal(page.fields['payment-method-accordion-item-title'], 'card')
  const alone = await checkout(stripe, ['alipay'])
  assert.equal(alone.page.text.includes('type="radio"'), false)
  assert.equal(alone.page.text.includes('id="billingName"'), false)
})

test('A US bank account is debited; a wrong one is told beside its field.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page, session } = await checkout(stripe, ['card', 'us_bank_account'])
  const typed = { ...shopper, ...chosen('us_bank_account'), routingNumber: '110000000' }
  const refused = await page.press({ ...typed, routingNumber: '021000021', accountNumber: '123' })
  assert.match(refused.byId('routingNumber-error') ?? '', /110000000/)
  assert.match(refused.byId('accountNumber-error') ?? '', /not one of Stripe’s test accounts/)
  assert.equal(refused.fields['payment-method-accordion-item-title'], 'us_bank_account')
  assert.equal((await page.press({ ...typed, accountNumber: '000123456789' })).status, 303)
  const done = await session()
  assert.deepEqual([done.status, done.payment_method_types], ['complete', ['card', 'us_bank_account']])
})

test('Konbini shows the codes of every store, until it is paid; then the page leads to the shop.', async (t) => {
  const { stripe, control, url } = await localStripeForTest(t)
  const { page, id, session } = await checkout(stripe, ['konbini'], { currency: 'jpy', amount: 1500 })
  const wrong = await page.press({ ...shopper, confirmationNumber: '12' })
  assert.equal(wrong.byId('confirmationNumber-error'), 'Enter the 10 or 11 digits of a telephone number.')
  const done = await page.press(shopper)
  assert.deepEqual([done.status, done.location], [303, `/c/pay/${id}/voucher`])
  const { status, payment_status } = await session()
  assert.deepEqual([status, payment_status], ['complete', 'unpaid'])
  const voucher = await openPage(`${url}${done.location}`)
  for (const words of ['FamilyMart', 'Lawson', 'Ministop', 'Seicomart', '¥3,000', 'this is not Stripe']) {
    assert.ok(voucher.text.includes(words), words)
  }
  assert.match(voucher.text, /href="https:\/\/shop\.test\/success\?session_id=cs_test_/)
  await control('POST', '/clock/advance', { seconds: 200 })
  assert.equal((await session()).payment_status, 'paid')
  assert.match((await openPage(`${url}/c/pay/${id}`)).text, /already complete/)
})

test('Multibanco shows an entity and a reference.', async (t) => {
  const { stripe, url } = await localStripeForTest(t)
  const { page, id } = await checkout(stripe, ['multibanco'], { currency: 'eur' })
  assert.equal((await page.press({ email: 'ann@example.com' })).location, `/c/pay/${id}/voucher`)
  const voucher = await openPage(`${url}/c/pay/${id}/voucher`)
  assert.match(voucher.text, /Entity<\/dt>\s*<dd>12345</)
  assert.match(voucher.text, /Reference<\/dt>\s*<dd>999999999</)
})

test('Alipay leads to a test page that authorises the payment or lets it fail.', async (t) => {
  const { stripe, url } = await localStripeForTest(t)
  const { page, id, session } = await checkout(stripe, ['card', 'alipay'])
  const away = await page.press({ email: 'ann@example.com', ...chosen('alipay') })
  assert.deepEqual([away.status, away.location], [303, `/c/pay/${id}/authorize`])
  const wallet = await openPage(`${url}${away.location}`)
  for (const words of ['Alipay test payment page', 'Authorize Test Payment', 'Fail Test Payment', '$25.00']) {
    assert.ok(wallet.text.includes(words), words)
  }
  const failed = await wallet.press({ outcome: 'fail' })
  assert.deepEqual([failed.status, failed.fields['email']], [402, 'ann@example.com'])
  assert.equal((await session()).status, 'open')
  await page.press({ email: 'ann@example.com', ...chosen('alipay') })
  const paid = await wallet.press({ outcome: 'authorize' })
  assert.deepEqual([paid.status, paid.location], [303, `https://shop.test/success?session_id=${id}`])
  assert.equal((await session()).payment_status, 'paid')
})

test('WeChat Pay shows a code, and a link that stands for scanning it.', async (t) => {
  const { stripe, url } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe)
  const { page, id } = await checkout(stripe, ['wechat_pay'])
  const away = await page.press({ email: 'ann@example.com' })
  assert.equal(away.location, `/c/pay/${id}/qr`)
  const code = await openPage(`${url}${away.location}`)
  assert.match(code.text, /<svg[^>]*role="img"/)
  assert.ok(code.text.includes(`href="/c/pay/${id}/authorize"`))
  const wallet = await openPage(`${url}/c/pay/${id}/authorize`)
  assert.match(wallet.text, /WeChat Pay test payment page/)
  assert.equal((await wallet.press({ outcome: 'authorize' })).status, 303)
  await shop.event('checkout.session.completed')
})

test('Test values stand below the form, for the methods that it offers.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page } = await checkout(stripe, ['card', 'us_bank_account'])
  assert.ok(page.text.includes('4242 4242 4242 4242') && page.text.includes('000123456789'))
  assert.equal(page.text.includes('AT61'), false)
  const { page: konbini } = await checkout(stripe, ['konbini'], { currency: 'jpy' })
  assert.ok(konbini.text.includes('succeed_immediately@') && !konbini.text.includes('4242'))
})

test('Every test value on the page is one that the form takes.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const forms = [
    { type: 'card', field: 'cardNumber', value: /^[\d ]+$/, more: { cardExpiry: '12 / 34' } },
    {
      type: 'us_bank_account',
      field: 'accountNumber',
      value: /^0\d{11}$/,
      more: { routingNumber: '110000000' },
    },
    { type: 'sepa_debit', field: 'iban', value: /^AT/, more: {} },
  ] as const
  for (const { type, field, value, more } of forms) {
    const currency = type === 'sepa_debit' ? 'eur' : 'usd'
    const { page } = await checkout(stripe, [type], { currency })
    const listed = Array.from(page.text.matchAll(/<dt>([^<]+)<\/dt>/g), ([, text = '']) => text)
    const values = listed.filter((text) => value.test(text))
    assert.ok(values.length >= 5, type)
    for (const text of values) {
      const fresh = await checkout(stripe, [type], { currency })
      const cardCvc = text.startsWith('37') ? '1234' : '123'
      const answer = await fresh.page.press({ ...shopper, ...more, cardCvc, [field]: text })
      assert.ok(answer.status === 303 || answer.status === 402, `${type} ${text}: ${answer.status}`)
    }
  }
})

test('A payment without a session has the same test pages, and leads back to the shop’s return_url.', async (t) => {
  const { stripe, url } = await localStripeForTest(t)
  const made = await stripe.paymentIntents.create({
    amount: 2500,
    currency: 'usd',
    allowed_payment_method_types: ['alipay'],
    payment_method_data: { type: 'alipay' },
    confirm: true,
    return_url: 'https://shop.test/back?order=7',
  })
  const address = made.next_action?.alipay_handle_redirect?.url ?? ''
  const wallet = await openPage(address)
  assert.match(wallet.text, /Alipay test payment page/)
  const paid = await wallet.press({ outcome: 'authorize' })
  const back = new URL(paid.location ?? '')
  assert.deepEqual(
    [back.origin, back.searchParams.get('order'), back.searchParams.get('redirect_status')],
    ['https://shop.test', '7', 'succeeded'],
  )
  assert.equal((await stripe.paymentIntents.retrieve(made.id)).status, 'succeeded')
  assert.equal((await openPage(address)).status, 200)
  assert.match((await fetch(`${url}/c/action/${made.id}/code.svg`)).headers.get('content-type') ?? '', /svg/)
})
