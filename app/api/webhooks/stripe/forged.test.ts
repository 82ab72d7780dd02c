import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase } from '#prisma/client'
import { eventJson, sign } from '#stripe/test-events'
import { aRequestTo } from '../../../_lib/requests/test-requests.ts'
import { POST } from './route.ts'

after(closeDatabase)

test('However many forged events come, and are told to wait, one of Stripe’s is taken', async () => {
  const statuses = new Set<number>()
  for (let times = 0; times < 1_000; times += 1) statuses.add((await post('{}', 't=1,v1=00')).status)
  assert.deepEqual(statuses, new Set([400, 429]))

  const body = eventJson('charge.updated', { id: 'ch_1' })
  assert.equal((await post(body, sign(body))).status, 200)
})

function post(body: string, signature: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', 'Stripe-Signature': signature }
  return POST(aRequestTo('/api/webhooks/stripe', { body, headers }))
}
