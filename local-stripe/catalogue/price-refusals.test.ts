import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'

type Refusal = [body: string, param: string | undefined, message?: RegExp]

async function checkRefusals(t: Parameters<typeof localStripeForTest>[0], refusals: Refusal[]) {
  const { stripe, call } = await localStripeForTest(t)
  for (const [body, param, message = /./] of refusals) {
    const answer = await call('POST', '/v1/prices', { body })
    assert.equal(answer.status, 400, body)
    assert.equal(answer.body.error.param, param, body)
    assert.match(answer.body.error.message, message, body)
  }
  assert.equal((await stripe.prices.list()).data.length, 0)
  assert.equal((await stripe.products.list()).data.length, 0)
}

test('A price is of one product and has one amount.', async (t) => {
  const mug = 'currency=usd&product_data[name]=Mug'
  await checkRefusals(t, [
    ['product_data[name]=Mug&unit_amount=1', 'currency', /^Missing required param: currency\.$/],
    ['currency=usd&unit_amount=1', undefined, /^You must specify either `product` or `product_data`/],
    [`${mug}&product=prod_1&unit_amount=1`, 'product', /one of these parameters: product, product_data\.$/],
    ['currency=usd&product=prod_1&unit_amount=1', 'product', /^No such product: 'prod_1'$/],
    [mug, undefined, /^Prices require an `unit_amount` or `unit_amount_decimal`/],
    [`${mug}&unit_amount=1&unit_amount_decimal=1`, 'unit_amount', /unit_amount, unit_amount_decimal\.$/],
    [`${mug}&unit_amount=1&custom_unit_amount[enabled]=true`, 'unit_amount'],
  ])
})

test('Amounts of every wrong kind are refused.', async (t) => {
  const mug = 'currency=usd&product_data[name]=Mug'
  await checkRefusals(t, [
    [`${mug}&unit_amount=`, 'unit_amount'],
    [`${mug}&unit_amount=-1`, 'unit_amount', /^Invalid non-negative integer$/],
    [`${mug}&unit_amount=1.5`, 'unit_amount', /^Invalid integer: 1\.5$/],
    [`${mug}&unit_amount=１２`, 'unit_amount'],
    [`${mug}&unit_amount=100000000`, 'unit_amount', /no more than \$999,999\.99/],
    [`${mug}&unit_amount=99999999999999999999`, 'unit_amount'],
    [`${mug}&unit_amount_decimal=x`, 'unit_amount_decimal', /^Invalid decimal: x$/],
    [`${mug}&unit_amount_decimal=-0.5`, 'unit_amount_decimal', /greater than or equal to 0/],
    [`${mug}&unit_amount_decimal=1.1234567890123`, 'unit_amount_decimal', /at most 12 decimal places/],
    ['currency=kwd&product_data[name]=Mug&unit_amount=1005', 'unit_amount', /divisible by 10/],
    ['currency=isk&product_data[name]=Mug&unit_amount=150', 'unit_amount', /divisible by 100/],
    ['currency=xyz&product_data[name]=Mug&unit_amount=1', 'currency', /^Invalid currency: xyz\. Stripe/],
    ['currency=元&product_data[name]=Mug&unit_amount=1', 'currency'],
  ])
})

test('Currency options obey the rules of amounts in each currency.', async (t) => {
  const mug = 'currency=usd&product_data[name]=Mug&unit_amount=1'
  await checkRefusals(t, [
    [`${mug}&currency_options=5`, 'currency_options', /^Invalid object$/],
    [`${mug}&currency_options[EUR][unit_amount]=5`, 'currency_options', /Use `eur` instead of `EUR`\.$/],
    [`${mug}&currency_options[xyz][unit_amount]=5`, 'currency_options', /^Invalid currency: xyz\./],
    [`${mug}&currency_options[usd][unit_amount]=5`, 'currency_options[usd]'],
    [`${mug}&currency_options[eur][tax_behavior]=inclusive`, 'currency_options[eur]'],
    [`${mug}&currency_options[kwd][unit_amount]=15`, 'currency_options[kwd][unit_amount]'],
    [`${mug}&currency_options[eur][colour]=red`, 'currency_options[eur][colour]'],
  ])
})

test('Recurring prices and tiers are refused where they make no sense.', async (t) => {
  const mug = 'currency=usd&product_data[name]=Mug'
  const monthly = `${mug}&recurring[interval]=month`
  const tiered = `${monthly}&billing_scheme=tiered&tiers_mode=volume`
  await checkRefusals(t, [
    [`${mug}&unit_amount=1&recurring[interval]=hour`, 'recurring[interval]'],
    [
      `${monthly}&unit_amount=1&recurring[interval_count]=37`,
      'recurring[interval_count]',
      /can't be greater than 36/,
    ],
    [`${monthly}&unit_amount=1&recurring[usage_type]=metered`, undefined, /must be backed by meters\.$/],
    [`${mug}&billing_scheme=tiered&tiers_mode=volume&tiers[0][up_to]=inf`, 'interval', /type=one_time/],
    [tiered, 'tiers'],
    [`${tiered}&tiers[0][up_to]=inf`, 'tiers[0]', /missing an amount\.$/],
    [`${tiered}&tiers[0][up_to]=5&tiers[0][unit_amount]=1`, 'tiers[0][up_to]'],
    [`${tiered}&tiers[0][unit_amount]=1`, 'tiers[0][up_to]', /^Missing required param/],
    [
      `${tiered}&tiers[0][up_to]=5&tiers[0][unit_amount]=1&tiers[1][up_to]=5&tiers[1][unit_amount]=1`,
      'tiers[1][up_to]',
    ],
    [
      `${tiered}&tiers[0][up_to]=inf&tiers[0][unit_amount]=1&tiers[0][unit_amount_decimal]=1`,
      'tiers[0][unit_amount]',
      /one of these parameters/,
    ],
    [`${tiered}&unit_amount=1&tiers[0][up_to]=inf&tiers[0][unit_amount]=1`, 'unit_amount'],
    [`${monthly}&billing_scheme=tiered&tiers[0][up_to]=inf&tiers[0][unit_amount]=1`, 'tiers_mode'],
    [`${mug}&tiers[0][up_to]=inf&tiers[0][unit_amount]=1`, 'tiers'],
    [`${monthly}&custom_unit_amount[enabled]=true`, 'custom_unit_amount'],
    [`${mug}&custom_unit_amount[enabled]=false`, 'custom_unit_amount[enabled]'],
    [
      `${mug}&custom_unit_amount[enabled]=true&custom_unit_amount[minimum]=9&custom_unit_amount[maximum]=8`,
      'custom_unit_amount[maximum]',
    ],
    [
      `${mug}&custom_unit_amount[enabled]=true&custom_unit_amount[minimum]=9&custom_unit_amount[preset]=8`,
      'custom_unit_amount[preset]',
    ],
  ])
})
