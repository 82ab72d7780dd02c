import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, beforeEach, mock, test } from 'node:test'
import {
  listDisputes,
  listRefunds,
  listSessions,
  listUndeliveredEvents,
  StripeRefused,
  StripeSilent,
} from './lists.ts'
import { PacedCalls } from './paced-calls.ts'
import { eventJson, sessionJson } from './test-events.ts'

const log = mock.method(console, 'error', () => {})
const since = new Date(1_790_000_000_500)
type Answer = { readonly status?: number; readonly data?: readonly unknown[]; readonly more?: boolean }
let answers: Answer[] = []
let asked: URL[] = []

// A Stripe that answers as it is told, one answer for each call and the last one for all that follow.
const server = createServer((request, response) => {
  asked.push(new URL(request.url ?? '', 'http://stripe.example'))
  const { status = 200, data = [], more = false } = (answers.length > 1 ? answers.shift() : answers[0]) ?? {}
  const error = { type: 'api_error', message: 'told to' }
  const body = status === 200 ? { object: 'list', data, has_more: more } : { error }
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
// After the import that leads the tests to Local Stripe, and before the first call.
process.env['STRIPE_API_BASE'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

after(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
})

function calls(): PacedCalls {
  return new PacedCalls({ sleep: async () => {} })
}

async function all<Item>(pages: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const items: Item[] = []
  for await (const page of pages) items.push(...page)
  return items
}

function refund(id: string): object {
  const money = { amount: 100, currency: 'usd' }
  return {
    id,
    object: 'refund',
    payment_intent: 'pi_1',
    status: 'succeeded',
    created: 1_790_000_000,
    ...money,
  }
}

test('A list is read to its end, a hundred at a time, each page from where the one before ended', async () => {
  answers = [{ data: [refund('re_3'), refund('re_2')], more: true }, { data: [refund('re_1')] }]

  const found = await all(listRefunds({ since, calls: calls() }))

  assert.deepEqual(
    found.map((one) => one?.id),
    ['re_3', 're_2', 're_1'],
  )
  assert.deepEqual(
    asked.map(({ pathname, searchParams }) => [pathname, Object.fromEntries(searchParams)]),
    [
      ['/v1/refunds', { limit: '100', 'created[gte]': '1790000000' }],
      ['/v1/refunds', { limit: '100', 'created[gte]': '1790000000', starting_after: 're_2' }],
    ],
  )
})

test('Of events only those of the named types are asked for that were not delivered', async () => {
  const json = JSON.parse(eventJson('checkout.session.expired', sessionJson({ id: 'cs_test_1' }), 'evt_1'))
  answers = [{ data: [json] }]

  const [found] = await all(
    listUndeliveredEvents({ types: ['refund.created', 'refund.failed'], since, calls: calls() }),
  )

  assert.deepEqual([found?.event.id, found?.event.objectId], ['evt_1', 'cs_test_1'])
  assert.deepEqual(JSON.parse(found?.payload ?? ''), json)
  assert.deepEqual(Object.fromEntries(asked[0]?.searchParams ?? []), {
    limit: '100',
    'created[gte]': '1790000000',
    'types[0]': 'refund.created',
    'types[1]': 'refund.failed',
    delivery_success: 'false',
  })
})

test('Sessions come with their payment intents, which know that a bank said no', async () => {
  const intent = { id: 'pi_1', status: 'requires_payment_method' }
  answers = [{ data: [sessionJson({ payment_status: 'unpaid', payment_intent: intent })] }]

  const [found] = await all(listSessions({ since, calls: calls() }))

  assert.equal(found?.payment, 'failed')
  assert.equal(asked[0]?.searchParams.get('expand[0]'), 'data.payment_intent')
})

test('An object that cannot be read is told to the log, and keeps no other from being listed', async () => {
  const dispute = { ...refund('du_2'), object: 'dispute', status: 'lost' }
  answers = [{ data: [{ id: 'du_1', object: 'dispute', status: 'a status of next year' }, dispute] }]

  const found = await all(listDisputes({ since, calls: calls() }))

  assert.deepEqual(
    found.map((one) => one?.status ?? null),
    [null, 'lost'],
  )
  assert.match(String(log.mock.calls.at(-1)?.arguments[0]), /cannot be read/)
})

test('A page without an answer is asked for again', async () => {
  answers = [{ status: 429 }, { status: 429 }, { data: [refund('re_1')] }]
  const paced = calls()

  assert.equal((await all(listRefunds({ since, calls: paced }))).length, 1)
  assert.equal(paced.unanswered, 2)
})

test('A Stripe that does not answer five times in a row is asked nothing more, in this list and in the next', async () => {
  answers = [{ status: 429 }]
  const paced = calls()

  for (const list of [listRefunds, listDisputes])
    await assert.rejects(all<unknown>(list({ since, calls: paced })), StripeSilent)

  assert.equal(asked.length, 5)
})

test('A refusal comes through with its reason, and is not asked for again', async () => {
  answers = [{ status: 403 }]
  const paced = calls()

  await assert.rejects(all(listRefunds({ since, calls: paced })), (error) => {
    assert.ok(error instanceof StripeRefused)
    assert.match(error.message, /told to/)
    return true
  })

  assert.deepEqual([asked.length, paced.unanswered], [1, 0])
})
