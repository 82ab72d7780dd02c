import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { createCheck } from './answer-schemas.ts'
import { idOf, localStripeForTest, sdkFor, sessionParams } from './local-stripe-for-test.ts'
import { payWithCard } from './pay.ts'
import { sayViolation, validateAnswers } from './validate-answers.ts'

const main = join(import.meta.dirname, '../main.ts')

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-stripe-answers-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A Local Stripe in a process of its own, which keeps its answers in a folder. */
async function startKeeping(t: TestContext, folder: string): Promise<string> {
  const env = {
    ...process.env,
    LOCAL_STRIPE_PORT: '0',
    LOCAL_STRIPE_DATA: ':memory:',
    LOCAL_STRIPE_ANSWERS: folder,
  }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => void child.kill('SIGKILL'))
  const [said] = await once(child.stdout, 'data')
  return /http:\/\/127\.0\.0\.1:\d+/.exec(String(said))?.[0] ?? ''
}

test('All that a purchase, a refund, lists and errors give and tell is what Stripe’s types say.', async (t) => {
  const folder = temporaryFolder(t)
  const stripe = sdkFor(await startKeeping(t, folder))
  const session = await stripe.checkout.sessions.create(
    sessionParams({}, { expand: ['line_items.data.price.product'] }),
  )
  await payWithCard(session)
  const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id, {
    expand: ['payment_intent.latest_charge.balance_transaction', 'payment_intent.payment_method'],
  })
  await stripe.refunds.create({ payment_intent: idOf(payment_intent) })
  await stripe.refunds.list({ expand: ['data.charge.refunds'] })
  await stripe.events.list({ limit: 100 })
  await assert.rejects(stripe.refunds.create({ payment_intent: idOf(payment_intent) }))
  await assert.rejects(stripe.products.retrieve('prod_1'))
  const { count, violations } = validateAnswers(folder)
  assert.deepEqual(violations.map(sayViolation), [])
  assert.ok(count >= 12, `${count} answers and events`)
})

test('A wrong answer is noticed, wherever it is wrong.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  const [charge] = (await call('GET', '/v1/charges')).body.data
  const check = createCheck()
  const said = (body: object, operation = 'GET /v1/charges/:id', status = 200) => {
    const found = check({ operation, status, body })
    return found && `${found.path} ${found.reason}`
  }
  assert.equal(said(charge), null)
  const { id: _id, ...nameless } = charge
  assert.deepEqual(
    [
      said(nameless),
      said({ ...charge, colour: 'red' }),
      said({ ...charge, amount: 12.5 }),
      said({ ...charge, amount: '2500' }),
      said({ ...charge, status: 'done' }),
      said({ ...charge, metadata: { key: 1 } }),
      said({ ...charge, payment_method_details: { ...charge.payment_method_details, type: 7 } }),
      said({ ...charge, payment_intent: { id: 'pi_1', object: 'payment_intent' } }),
      said(
        { object: 'list', data: [{ ...charge, paid: 'yes' }], has_more: false, url: '/v1/charges' },
        'GET /v1/charges',
      ),
      said({ object: 'list', data: [] }, 'GET /v1/charges'),
      said({ error: { message: 'No.' } }, 'GET /v1/charges', 400),
      said({ error: { message: 'No.', type: 'api_error', colour: 'red' } }, 'GET /v1/charges', 500),
    ],
    [
      "/ must have required property 'id'",
      '/ must NOT have additional properties: colour',
      '/amount must be integer',
      '/amount must be integer',
      '/status must be equal to one of the allowed values',
      '/metadata/key must be string',
      '/payment_method_details/type must be string',
      "/payment_intent must have required property 'allowed_payment_method_types'",
      '/data/0/paid must be boolean',
      "/ must have required property 'has_more'",
      "/error must have required property 'type'",
      '/error must NOT have additional properties: colour',
    ],
  )
})

test('A wrong event is noticed: in its envelope, and in the object it tells of.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  const [event] = (await call('GET', '/v1/events?type=charge.succeeded')).body.data
  const check = createCheck()
  const said = (wrong: object) => {
    const found = check({ event: wrong })
    return found && `${found.operation} ${found.path} ${found.reason}`
  }
  assert.equal(said(event), null)
  const { data } = event
  assert.deepEqual(
    [
      said({ ...event, type: 'charge.exploded' }),
      said({ ...event, data: { ...data, object: { ...data.object, amount: null } } }),
      said({ ...event, data: { object: { object: 'teapot' } } }),
    ],
    [
      'event charge.exploded /type must be equal to one of the allowed values',
      'event charge.succeeded /amount must be integer',
      'event charge.succeeded /data/object is no object of Stripe’s',
    ],
  )
})

test('Nothing that was kept is no proof.', (t) => {
  const folder = temporaryFolder(t)
  assert.deepEqual(validateAnswers(folder), { count: 0, violations: [] })
  writeFileSync(join(folder, '1.jsonl'), `${JSON.stringify({ event: { type: 'charge.succeeded' } })}\n`)
  assert.equal(validateAnswers(folder).violations.length, 1)
})
