// A shop with settings of its own for what is charged: they are read once, so this file has them for itself.
import { payOnStripesPage, stripeUrl } from './test-stripe.ts'
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { createSession, retrieveSession } from './checkout-sessions.ts'
import { stripe } from './client.ts'

before(async () => {
  const rates = [
    await makeRate({ percentage: '10', inclusive: 'true' }),
    await makeRate({ percentage: '20', inclusive: 'false' }),
  ]
  Object.assign(process.env, { TAX: rates.join(' '), PROMOTION_CODES: 'off', SHIPPING_COUNTRIES: 'DE FR' })
})

test('Tax rates of the settings are on every line, both what they add and what they find is told, and the sum is charged', async () => {
  const made = await createSession({
    orderId: '7Q4DX-2MXPW',
    idempotencyKey: 'kiosk_taxed',
    locale: 'en',
    currency: 'usd',
    lines: [
      { name: 'Tea cup', unitAmount: 1100, quantity: 2, picture: 'cup' },
      { name: 'Tray', unitAmount: 2200, quantity: 1, picture: 'tray' },
    ],
    shippingOffers: [{ name: 'Standard shipping', amount: 600, days: { from: 3, to: 6 } }],
    expiresAt: new Date(Date.now() + 31 * 60_000),
  })
  assert.ok(made.ok)
  await payOnStripesPage(made.session.id)
  const told = await retrieveSession(made.session.id)
  assert.ok(told.ok)
  const { amountSubtotal, amountShipping, amountTax, amountTotal, shippingChoice } = told.session
  assert.deepEqual([amountSubtotal, amountShipping, shippingChoice], [4400, 600, 0])
  // Of 44.00 four are included; 20 % of the other forty come on top.
  assert.deepEqual([amountTax, amountTotal], [400 + 800, 4400 + 600 + 800])
})

test('Where codes are switched off nobody is asked for one, and only the countries of the settings are offered', async () => {
  const [session] = (await stripe().checkout.sessions.list({ limit: 1 })).data

  assert.notEqual(session?.allow_promotion_codes, true)
  assert.deepEqual(session?.shipping_address_collection?.allowed_countries, ['DE', 'FR'])
})

async function makeRate(rate: Record<string, string>): Promise<string> {
  const answer = await fetch(`${stripeUrl}/v1/tax_rates`, {
    method: 'POST',
    headers: { Authorization: 'Bearer sk_test_localstripe' },
    body: new URLSearchParams({ display_name: 'VAT', ...rate }),
  })
  return ((await answer.json()) as { id: string }).id
}
