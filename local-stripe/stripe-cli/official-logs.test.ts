import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { officialCli } from '../testing/official-cli.ts'

const ready = /Ready!/

test('stripe logs tail shows requests with their errors, as text and as JSON, and only what is asked for.', async (t) => {
  const { url, stripe } = await localStripeForTest(t)
  const cli = await officialCli(t, url)
  if (cli === null) return
  const text = cli.start('logs', 'tail')
  const json = cli.start(
    'logs',
    'tail',
    '--format',
    'json',
    '--filter-http-method',
    'POST',
    '--filter-request-path',
    '/v1/products',
  )
  const failed = cli.start(
    'logs',
    'tail',
    '--filter-status-code-type',
    '4XX',
    '--filter-source',
    'API',
    '--filter-ip-address',
    '127.0.0.1',
  )
  const succeeded = cli.start(
    'logs',
    'tail',
    '--filter-request-status',
    'SUCCEEDED',
    '--filter-status-code',
    '200',
    '--filter-account',
    'self',
  )
  await Promise.all([text, json, failed, succeeded].map((tail) => tail.says(ready)))
  await assert.rejects(stripe.products.retrieve('prod_none'))
  await stripe.products.list()
  const { id } = await stripe.products.create({ name: 'Mug' })
  await text.says(
    /\[404\] GET \/v1\/products\/prod_none \[req_\w+\]\n(.*\n)*Message: No such product: 'prod_none'/,
  )
  await text.says(/\[200\] POST \/v1\/products \[req_/)
  const [line] = await json.says(/^\{.*\}$/m)
  assert.partialDeepStrictEqual(JSON.parse(line), {
    method: 'POST',
    status: 200,
    url: '/v1/products',
    livemode: false,
  })
  await succeeded.says(/\[200\] POST \/v1\/products /)
  await failed.says(/\[404\] GET/)
  assert.doesNotMatch(json.output(), /GET/)
  assert.doesNotMatch(failed.output(), /\[200\]/)
  assert.doesNotMatch(succeeded.output(), /\[404\]/)
  assert.match(succeeded.output(), /not a Connect user/)
  assert.match(id, /^prod_/)
})
