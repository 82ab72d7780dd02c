import '../stripe/test-stripe.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stripe } from '../stripe/client.ts'
import { demoCode, makeDemoCode } from './demo-code.ts'

test('The demo has one discount code of 10 %, however often it is started', async () => {
  for (let start = 0; start < 3; start += 1) await makeDemoCode()

  const { data } = await stripe().promotionCodes.list({ expand: ['data.promotion.coupon'] })
  assert.deepEqual(
    data.map(({ code, active }) => [code, active]),
    [[demoCode, true]],
  )
  const coupon = data[0]?.promotion.coupon
  assert.equal(typeof coupon === 'object' && coupon?.percent_off, 10)
})
