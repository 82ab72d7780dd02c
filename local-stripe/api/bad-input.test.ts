// Every parameter of every URL that is served, with what it should not hold: Stripe's refusal or an honest 501, never a
// fault of Local Stripe's own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAccount } from '../create-account.ts'
import { operationAt, parametersOf } from '../schemas/operations.ts'
import { openDatabase } from '../store/open-database.ts'
import { testKey } from '../testing/local-stripe-for-test.ts'
import { answerApiRequest } from './answer-api-request.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'

const bad = ['', 'x', '-1', '99999999999999999999', '%00', '💥', 'null', '[object Object]']

/** What can be said of a parameter: bare, in a list, in an object, and in what an object inherits. */
function ways(name: string): string[] {
  return [
    ...bad.map((value) => `${name}=${encodeURIComponent(value)}`),
    `${name}[]=`,
    `${name}[0]=x`,
    `${name}[0][0]=x`,
    `${name}[a][b]=x`,
    `${name}[__proto__]=x`,
    `${name}[constructor][prototype]=x`,
  ]
}

function bodiesOf(route: Route): string[] {
  const takes = operationAt(route.method, route.path)?.takes
  const names = new Set([
    ...Object.keys(takes === undefined ? {} : parametersOf(takes)),
    ...Object.keys(route.fields),
  ])
  return ['', '__proto__=1', 'constructor=1', 'toString[a]=1', ...[...names].flatMap(ways)]
}

/** What makes each object, so that bad parameters are tried beside good ones and on objects that there are. */
const good: Record<string, string> = {
  '/v1/products': 'name=Mug',
  '/v1/prices': 'currency=usd&unit_amount=100&product_data[name]=Mug',
  '/v1/coupons': 'percent_off=10',
  '/v1/promotion_codes': 'promotion[type]=coupon&promotion[coupon]=coupon_1',
  '/v1/customers': 'email=ann@example.com',
  '/v1/shipping_rates':
    'display_name=Post&type=fixed_amount&fixed_amount[amount]=5&fixed_amount[currency]=usd',
  '/v1/tax_rates': 'display_name=VAT&percentage=19&inclusive=false',
  '/v1/webhook_endpoints': 'url=https://shop.test/&enabled_events[]=charge.succeeded',
  '/v1/payment_intents': 'amount=1000&currency=usd',
  '/v1/payment_methods': 'type=card&card[token]=tok_visa',
  '/v1/checkout/sessions':
    'mode=payment&success_url=https://shop.test&line_items[0][quantity]=1&line_items[0][price_data][currency]=usd' +
    '&line_items[0][price_data][unit_amount]=1000&line_items[0][price_data][product_data][name]=Mug',
}

async function shop() {
  const database = await openDatabase(':memory:')
  const account = createAccount({ database, url: 'http://127.0.0.1:1', clock: Date.now })
  const headers = { authorization: `Bearer ${testKey}`, 'content-type': 'application/x-www-form-urlencoded' }
  const call = async (method: string, path: string, said: string) => {
    const place = method === 'POST' ? { query: '', body: said } : { query: said, body: '' }
    const outcome = await answerApiRequest(account, { method, path, headers, ...place })
    return typeof outcome === 'string'
      ? { status: 500, body: '{}' }
      : { status: outcome.status, body: outcome.body ?? '{}' }
  }
  const ids = new Map<string, string>()
  await call('POST', '/v1/coupons', 'id=coupon_1&percent_off=10')
  for (const [path, said] of Object.entries(good)) {
    const { id }: { id?: string } = JSON.parse((await call('POST', path, said)).body)
    assert.ok(id, path)
    ids.set(path, id)
  }
  const pathOf = ({ path }: Route) =>
    path.replaceAll(
      /^(.*?)\/:id/g,
      (_, collection: string) => `${collection}/${ids.get(collection) ?? 'id_1'}`,
    )
  const close = () => {
    account.agenda.close()
    account.deliveries.close()
  }
  return { call, pathOf, close }
}

test('No parameter of any URL, whatever it holds, is a 500.', async () => {
  const { call, pathOf, close } = await shop()
  const failed: string[] = []
  for (const route of routes) {
    const beside = route.method === 'POST' ? `${good[route.path] ?? ''}&` : ''
    for (const said of bodiesOf(route)) {
      const { status } = await call(route.method, pathOf(route), beside + said)
      if (status >= 500 && status !== 501) failed.push(`${route.method} ${route.path} ${said}`)
    }
  }
  close()
  assert.deepEqual(failed, [])
})
