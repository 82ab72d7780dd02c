import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { openPage } from './testing/open-page.ts'

const card = { cardNumber: '4242 4242 4242 4242', cardExpiry: '12 / 34', cardCvc: '123' }
const paid = { email: 'ann@example.com', billingName: 'Ann Lee', billingCountry: 'DE', ...card }

test('Two tabs pay once: the second one leads to the shop as well.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { url } = await stripe.checkout.sessions.create(sessionParams())
  const [one, other] = [await openPage(url ?? ''), await openPage(url ?? '')]
  const [first, second] = await Promise.all([one.press(paid), other.press(paid)])
  assert.deepEqual([first.status, second.status, second.location], [303, 303, first.location])
  const late = await other.press(paid)
  assert.deepEqual([late.status, late.location], [303, first.location])
  assert.equal((await stripe.charges.list()).data.length, 1)
})

test('A session that expired while the form was filled in says so, charges nothing, and leads back to the shop.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id, url } = await stripe.checkout.sessions.create(sessionParams())
  const page = await openPage(url ?? '')
  await stripe.checkout.sessions.expire(id)
  for (const late of [await page.press(paid), await page.press({}, 'quantity'), await openPage(url ?? '')]) {
    assert.equal(late.status, 410)
    assert.match(late.text, /has expired/)
    assert.match(late.text, /href="https:\/\/shop\.test\/cancel"/)
  }
  assert.equal((await stripe.charges.list()).data.length, 0)
})

test('An expired session that the shop lets recover leads to a new one with the same order.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const after_expiration = { recovery: { enabled: true } }
  const { id, url } = await stripe.checkout.sessions.create(sessionParams({}, { after_expiration }))
  const expired = await stripe.checkout.sessions.expire(id)
  const address = expired.after_expiration?.recovery?.url ?? ''
  assert.ok((await openPage(url ?? '')).text.includes(`href="${address}"`))
  const recovered = await openPage(address)
  assert.equal(recovered.status, 303)
  const again = await openPage(new URL(recovered.location ?? '', address).href)
  assert.equal(again.byId('OrderDetails-TotalAmount'), '$25.00')
  assert.equal((await again.press(paid)).status, 303)
})

test('A form that is far too large, far too long or no form at all charges nothing and is answered in plain words.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { url } = await stripe.checkout.sessions.create(sessionParams())
  const page = await openPage(url ?? '')
  const huge = await page.press({ ...paid, billingName: 'x'.repeat(1_100_000) })
  assert.equal(huge.status, 413)
  assert.match(huge.text, /more than a form can hold/)
  const long = await page.press({ ...paid, billingName: '长'.repeat(501) })
  assert.deepEqual(
    [long.status, long.byId('billingName-error')],
    [400, 'This is longer than 500 characters.'],
  )
  for (const body of [
    '',
    '%',
    '&&==',
    'a[b][c]=1&a[b]=2',
    '\u0000=\u0000',
    'email[]=x&cardNumber[toString]=1',
    '__proto__=1',
  ]) {
    const answer = await fetch(url ?? '', { method: 'POST', body, redirect: 'manual' })
    assert.equal(answer.status, 400, body)
  }
  assert.equal((await stripe.paymentIntents.list()).data.length, 0)
})

test('Names of any script arrive as they were typed, and are text wherever they are shown again.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (const billingName of [
    '王小明',
    '🐼👨‍👩‍👧 & <script>alert(1)</script>',
    'מיכל',
    '\u202Eevil',
    '"\'><img src=x>',
  ]) {
    const { id, url } = await stripe.checkout.sessions.create(sessionParams())
    const refused = await (await openPage(url ?? '')).press({ ...paid, billingName, cardCvc: '' })
    assert.equal(refused.fields['billingName'], billingName)
    assert.equal(/<script>alert|<img src=x/.test(refused.text), false)
    assert.equal((await refused.press({ cardCvc: '123' })).status, 303)
    assert.equal((await stripe.checkout.sessions.retrieve(id)).customer_details?.name, billingName)
  }
})

test('After the bank did not believe the shopper, everything but the card is still filled in.', async (t) => {
  const { stripe, url } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(
    sessionParams(
      {},
      {
        shipping_address_collection: { allowed_countries: ['DE', 'US'] },
        phone_number_collection: { enabled: true },
        custom_fields: [{ key: 'note', label: { type: 'custom', custom: 'Note' }, type: 'text' }],
        consent_collection: { terms_of_service: 'required' },
      },
    ),
  )
  const typed = {
    email: 'ann@example.com',
    phoneNumber: '+49 30 123456',
    shippingName: 'Ann Lee',
    shippingCountry: 'DE',
    shippingAddressLine1: 'Domkloster 4',
    shippingLocality: 'Köln',
    shippingPostalCode: '50667',
    'customField-note': 'hello',
    termsOfServiceConsentCheckbox: 'on',
  }
  const asked = await (
    await openPage(session.url ?? '')
  ).press({ ...typed, ...card, cardNumber: '4000002500003155' })
  assert.equal(asked.location, `/c/pay/${session.id}/challenge`)
  const bank = await openPage(`${url}${asked.location}`)
  const failed = await bank.press({ outcome: 'fail' })
  assert.equal(failed.status, 402)
  for (const [field, value] of Object.entries(typed)) assert.equal(failed.fields[field], value, field)
  assert.equal(failed.fields['cardUseShippingAsBilling'], 'on')
  assert.equal(failed.fields['cardNumber'], '')
})

test('The bank’s and the wallets’ pages lead back to the checkout when nobody is waited for.', async (t) => {
  const { stripe, url } = await localStripeForTest(t)
  const { id } = await stripe.checkout.sessions.create(sessionParams())
  for (const step of ['challenge', 'challenge/bank', 'authorize', 'qr']) {
    const page = await openPage(`${url}/c/pay/${id}/${step}`)
    assert.deepEqual([page.status, page.location], [303, `/c/pay/${id}`], step)
  }
  for (const nothing of [
    '/c/',
    '/c/pay/',
    '/c/pay/x',
    '/c/action/pi_x',
    '/c/voucher/pi_x',
    '/c/recover/x',
    '/c/other/x',
  ]) {
    assert.equal((await openPage(url + nothing)).status, 404, nothing)
  }
})

test('Every page says that it is not Stripe, and may load nothing from elsewhere but pictures.', async (t) => {
  const { stripe, url } = await localStripeForTest(t)
  const { id } = await stripe.checkout.sessions.create(sessionParams())
  const challenged = await openPage(`${url}/c/pay/${id}`)
  await challenged.press({ ...paid, cardNumber: '4000002500003155' })
  for (const path of ['', '/challenge', '/challenge/bank']) {
    const answer = await fetch(`${url}/c/pay/${id}${path}`)
    assert.match(await answer.text(), /this is not Stripe/, path)
    const policy = answer.headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'/)
    assert.equal(policy.includes('unsafe-inline'), false)
  }
})
