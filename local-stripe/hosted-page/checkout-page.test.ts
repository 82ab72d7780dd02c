import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'

async function pageOf(session: { url: string | null }, acceptLanguage = 'en-US'): Promise<string> {
  const answer = await fetch(session.url ?? '', { headers: { 'Accept-Language': acceptLanguage } })
  return answer.text()
}

test('The page has the ids and test ids of Stripe’s page.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const page = await pageOf(await stripe.checkout.sessions.create(sessionParams()))
  const ids = 'email cardNumber cardExpiry cardCvc billingName billingCountry billingPostalCode'.split(' ')
  for (const id of ids) assert.match(page, new RegExp(`id="${id}"`))
  for (const placeholder of ['1234 1234 1234 1234', 'MM / YY', 'CVC', 'Full name on card']) {
    assert.ok(page.includes(`placeholder="${placeholder}"`), placeholder)
  }
  for (const testId of ['hosted-payment-submit-button', 'product-summary-total-amount', 'business-link']) {
    assert.ok(page.includes(`data-testid="${testId}"`), testId)
  }
})

test('The page shows what is bought, the total, and the way back; and says that it is not Stripe.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const page = await pageOf(await stripe.checkout.sessions.create(sessionParams()))
  assert.match(page, /product-summary-total-amount">\s*\$25\.00\s*</)
  for (const part of [
    '>Mug<',
    'Hand-thrown',
    'https://shop.test/mug.jpg',
    'href="https://shop.test/cancel"',
    '$12.50',
  ]) {
    assert.ok(page.includes(part), part)
  }
  assert.match(page, /this is not Stripe/)
})

test('The page speaks the session’s language, or with auto the browser’s.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const language = async (locale: 'auto' | 'zh' | 'en' | undefined, browser: string) => {
    const session = await stripe.checkout.sessions.create(sessionParams({}, locale && { locale }))
    return /<html lang="([\w-]+)"/.exec(await pageOf(session, browser))?.[1]
  }
  assert.equal(await language(undefined, 'zh-CN,zh;q=0.9,en;q=0.8'), 'zh-Hans')
  assert.equal(await language('auto', 'nl,en;q=0.8,zh;q=0.7'), 'en')
  assert.equal(await language('zh', 'en-US'), 'zh-Hans')
  assert.equal(await language('en', 'zh-CN'), 'en')
})

test('A name in a session is text on the page, never markup.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const product_data = { name: '<script>alert(1)</script>"\'&' }
  const line_items = [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 900, product_data } }]
  const page = await pageOf(await stripe.checkout.sessions.create(sessionParams({}, { line_items })))
  assert.equal(page.includes('<script>alert'), false)
  assert.ok(page.includes('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;'))
})

test('Completed, expired and unknown sessions have pages of their own.', async (t) => {
  const { stripe, url } = await localStripeForTest(t)
  const paid = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard(paid)
  const expired = await stripe.checkout.sessions.create(sessionParams())
  await stripe.checkout.sessions.expire(expired.id)
  const pages = await Promise.all(
    [paid.url, expired.url, `${url}/c/pay/cs_test_nothing`].map((page) => fetch(page ?? '')),
  )
  assert.deepEqual(
    pages.map((page) => page.status),
    [200, 410, 404],
  )
  const texts = await Promise.all(pages.map((page) => page.text()))
  assert.match(texts[0] ?? '', /already complete/)
  assert.match(texts[1] ?? '', /has expired/)
  assert.match(texts[2] ?? '', /no such checkout/)
})

test('The page may load nothing but pictures from elsewhere.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { url } = await stripe.checkout.sessions.create(sessionParams())
  const policy = (await fetch(url ?? '')).headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /script-src 'self'/)
  for (const asset of ['page.css', 'page.js']) {
    assert.equal((await fetch(new URL(`/c/assets/${asset}`, url ?? ''))).status, 200)
  }
})
