import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { eventually } from '../testing/webhook-receiver.ts'

type StripeJs = {
  version: string
  (key: string): {
    redirectToCheckout(options: { sessionId: string }): Promise<unknown>
    _registerWrapper(): void
  }
}

/** Runs the script as a browser would, with an address bar to look at. */
async function load(url: string) {
  const source = await (await fetch(`${url}/stripe.js`)).text()
  const visited: string[] = []
  const window: { Stripe?: StripeJs } = {}
  const document = { currentScript: { src: `${url}/stripe.js` } }
  const location = { assign: (to: string) => void visited.push(to) }
  runInNewContext(source, { window, document, location, fetch, URL, URLSearchParams, Promise, Error })
  assert.ok(window.Stripe)
  return { Stripe: window.Stripe, visited, source }
}

test('The first line says whose script it is not.', async (t) => {
  const { url } = await localStripeForTest(t)
  const { source, Stripe } = await load(url)
  assert.match(source.split('\n')[0] ?? '', /^\/\/ This is not Stripe\.js/)
  assert.equal(Stripe.version, 'basil')
  assert.equal(typeof Reflect.get(Stripe('pk_test_123'), '_registerWrapper'), 'function')
})

test('redirectToCheckout leads to the session’s page.', async (t) => {
  const { url, stripe } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  const { Stripe, visited } = await load(url)
  void Stripe('pk_test_123').redirectToCheckout({ sessionId: session.id })
  await eventually(() => visited[0], 'navigation')
  assert.deepEqual(visited, [session.url])
})

test('An unknown or a paid session resolves to an error.', async (t) => {
  const { url, stripe } = await localStripeForTest(t)
  const paid = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard(paid)
  const { Stripe, visited } = await load(url)
  for (const sessionId of ['cs_test_nothing', paid.id]) {
    const result: { error?: { type: string } } = Object(
      await Stripe('pk_test_123').redirectToCheckout({ sessionId }),
    )
    assert.equal(result.error?.type, 'invalid_request_error', sessionId)
  }
  assert.deepEqual(visited, [])
})

test('Live keys are refused by the script and by the server.', async (t) => {
  const { url, stripe } = await localStripeForTest(t)
  const { id } = await stripe.checkout.sessions.create(sessionParams())
  const { Stripe } = await load(url)
  assert.throws(() => Stripe('pk_live_123'), /test keys only/)
  const answer = await fetch(`${url}/stripe-js/session-url?key=pk_live_123&session=${id}`)
  assert.equal(answer.status, 401)
  assert.equal(answer.headers.get('access-control-allow-origin'), '*')
})
