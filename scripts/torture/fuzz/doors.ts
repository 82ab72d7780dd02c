// The Route Handlers, with the page that Stripe sends shoppers back to, and what is thrown at each: near misses of what it takes, and what has nothing to do with it.
import { signatureOf } from '../deliver.ts'
import type { Random } from '../random.ts'
import { webhookSecret } from '../shops.ts'
import { brokenText, oddHeaders, oddText, oddValue } from './odd-values.ts'
import type { Sent } from './send.ts'

export type Door = (random: Random) => Sent

const skus = ['gaiwan', 'paper-lamp', 'no-such-sku', '', 'GAIWAN', '__proto__', '茶杯', '😀']

/** One for each Route Handler; each gives the next request. */
export const doors: readonly Door[] = [
  (random) => asBody('/api/checkout_sessions', random, checkout(random)),
  (random) => asBody('/api/cart', random, cartChange(random)),
  (random) => asBody('/api/preferences', random, { locale: oddText(random), currency: oddText(random) }),
  (random) => asQuery('/api/products', random, ['after', 'locale', 'currency']),
  (random) => asQuery('/api/cart/ordered', random, ['session_id']),
  (random) => asQuery('/api/health', random, ['x']),
  (random) => asQuery('/mail', random, ['message', 'part']),
  (random) => asQuery('/api/wait', random, ['seconds', 'back']),
  (random) => asQuery(random.pick(['/success', '/zh-CN/success']), random, ['session_id']),
  webhook,
]

function checkout(random: Random): object {
  const line = () => ({
    sku: random.chance(0.5) ? random.pick(skus) : oddValue(random),
    quantity: random.chance(0.3) ? 1 : oddValue(random),
  })
  const items = Array.from({ length: random.pick([0, 1, 1, 2, 3, 60]) }, line)
  return {
    items: random.chance(0.8) ? items : oddValue(random),
    ...(random.chance(0.5) && { currency: random.chance(0.5) ? 'usd' : oddValue(random) }),
    ...(random.chance(0.3) && { [oddText(random)]: oddValue(random) }),
  }
}

function cartChange(random: Random): object {
  const action = random.pick(['add', 'set', 'remove', 'buy', oddText(random)])
  return {
    sku: random.chance(0.6) ? random.pick(skus) : oddValue(random),
    quantity: oddValue(random),
    ...(random.chance(0.8) && { action }),
  }
}

// Half of the events are signed: what Stripe signs may be odd all the same, and is kept.
function webhook(random: Random): Sent {
  const session = { id: oddValue(random), object: 'checkout.session', [oddText(random)]: oddValue(random) }
  const event = {
    id: random.chance(0.7) ? `evt_${random.integer(0, 1e9)}` : oddValue(random),
    object: random.chance(0.9) ? 'event' : oddValue(random),
    type: random.pick([
      'checkout.session.completed',
      'refund.updated',
      'charge.dispute.closed',
      oddText(random),
    ]),
    created: random.chance(0.8) ? 1_790_000_000 : oddValue(random),
    data: random.chance(0.9) ? { object: random.chance(0.5) ? session : oddValue(random) } : oddValue(random),
  }
  const body = random.chance(0.8) ? JSON.stringify(event) : brokenText(random)
  const signature = random.chance(0.5) ? signatureOf(body, webhookSecret) : oddText(random)
  const path = random.pick(['/api/webhooks/stripe', '/pay/notification/stripe'])
  return { method: 'POST', path, body, headers: { ...oddHeaders(random), 'Stripe-Signature': signature } }
}

function asBody(path: string, random: Random, fields: object): Sent {
  const form = random.chance(0.3)
  const types = ['text/plain', 'multipart/form-data; boundary=x', 'application/json; charset=gbk', '']
  const rightType = form ? 'application/x-www-form-urlencoded' : 'application/json'
  const text = form ? formOf(fields) : JSON.stringify(fields)
  return {
    method: random.chance(0.95) ? 'POST' : random.pick(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']),
    path: random.chance(0.95) ? path : `${path}?${inUrl(oddText(random))}`,
    body: random.chance(0.85) ? text : brokenText(random),
    headers: {
      ...oddHeaders(random),
      'Content-Type': random.chance(0.9) ? rightType : random.pick(types),
    },
  }
}

function asQuery(path: string, random: Random, names: readonly string[]): Sent {
  const query = names
    .filter(() => random.chance(0.8))
    .map((name) => `${name}=${random.chance(0.7) ? inUrl(oddText(random)) : '%E0%A4%A'}`)
  const method = random.chance(0.9) ? 'GET' : random.pick(['POST', 'HEAD', 'OPTIONS', 'DELETE'])
  return { method, path: `${path}?${query.join('&')}`, body: null, headers: oddHeaders(random) }
}

function formOf(fields: object): string {
  const pairs = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)])
  return new URLSearchParams(pairs).toString()
}

// Node.js itself ends connections whose head has more than 16 kB.
function inUrl(text: string): string {
  return encodeURIComponent(text.slice(0, 400).toWellFormed())
}
