import '../stripe/test-stripe.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stripe } from '../stripe/client.ts'
import { taxFindings } from './tax-findings.ts'

test('A tax rate that is there is right, and one that is archived or unknown is told with what to do', async () => {
  const rate = { display_name: 'VAT', percentage: 19, inclusive: true }
  const { id } = await stripe().taxRates.create(rate)
  const archived = await stripe().taxRates.create(rate)
  await stripe().taxRates.update(archived.id, { active: false })

  const [right, old, unknown, ...others] = await taxFindings(stripe(), [id, archived.id, 'txr_none'])

  assert.deepEqual([right?.fix, others], [null, []])
  assert.match(old?.fix ?? '', /is archived/)
  assert.match(unknown?.fix ?? '', /No such tax rate/)
})

test('No taxes need nothing', async () => {
  assert.deepEqual(await taxFindings(stripe(), 'none'), [])
})
