import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { lives } from './lives/lives.ts'
import { planOrder, someGoods } from './lives/planned-order.ts'
import { tellerOf } from './lives/teller.ts'
import { randomOf } from './random.ts'
import { foldEvents } from './reference.ts'
import { foldStatuses } from './reference-status.ts'

// What every kind of life must come to, by hand: session, payment, stock, status, review, mails.
const ends: Record<string, string> = {
  paid: 'complete paid sold paid [] receipt',
  'paid, told in two events': 'complete paid sold paid [] receipt',
  free: 'complete paid sold paid [] receipt',
  'paid later': 'complete paid sold paid [] receipt',
  'waits for a bank': 'complete processing held processing []',
  'bank said no': 'complete failed released failed [] payment-failed',
  expired: 'expired none released expired []',
  'expired, told in two events': 'expired none released expired []',
  'paid after it expired': 'complete paid sold paid [late] receipt',
  'wrong amount': 'complete paid sold review [amount]',
  'other goods': 'complete paid sold review [amount]',
  'more off than there is': 'complete paid sold review [amount]',
  'shipping never offered': 'complete paid sold review [shipping]',
  'wrong currency': 'complete paid sold review [currency]',
  'wrong mode': 'complete paid sold review [mode]',
  'everything wrong, later': 'complete paid sold review [amount currency mode]',
  'paid twice, by two sessions': 'complete paid sold review [session] receipt',
  'second session paid alone': 'expired none released review [session]',
  'second session expired': 'complete paid sold paid [] receipt',
  'refunded in full': 'complete paid sold refunded [] receipt refund:1',
  'refunded in part': 'complete paid sold partially_refunded [] receipt refund:1',
  'refunded in three parts': 'complete paid sold partially_refunded [] receipt refund:1 refund:2 refund:3',
  'refund failed after success': 'complete paid sold paid [] receipt refund:1',
  'refund failed, and again': 'complete paid sold refunded [] receipt refund:2',
  'refund pending': 'complete paid sold refunded [] receipt',
  'refund pending, then paid out': 'complete paid sold refunded [] receipt refund:1',
  'refund canceled': 'complete paid sold paid [] receipt',
  'refunded, told of the older way': 'complete paid sold partially_refunded [] receipt refund:1',
  'refunded, told of the older way, then failed': 'complete paid sold paid [] receipt refund:1',
  'review, then refunded': 'complete paid sold review [amount] refund:1',
  'paid twice, the second given back': 'complete paid sold review [session] receipt',
  'dispute won': 'complete paid sold paid [] receipt',
  'dispute lost': 'complete paid sold charged_back [] receipt',
  'dispute open': 'complete paid sold disputed [] receipt',
  'inquiry closed': 'complete paid sold paid [] receipt',
  'inquiry, then a dispute': 'complete paid sold charged_back [] receipt',
  'refunded in part, then disputed': 'complete paid sold paid [] receipt',
  'all that can happen': 'complete paid sold disputed [] receipt refund:1',
  'every mishap': 'complete paid sold review [amount session late] refund:1',
}

test('Every kind of life has an end that was written by hand', () => {
  assert.deepEqual(Object.keys(ends), Object.keys(lives))
})

for (const [kind, end] of Object.entries(ends)) {
  test(`The reference gives the end of “${kind}” that was written by hand, backwards too`, () => {
    assert.equal(endOf(kind, false), end)
    assert.equal(endOf(kind, true), end)
  })
}

test('No life is longer than seven events', () => {
  const order = planOrder(1, someGoods, randomOf(1))
  for (const tell of Object.values(lives)) assert.ok(tell(tellerOf(order, randomOf(1))).length <= 7)
})

test('The reference shares no code with the shop', () => {
  for (const name of globSync('{reference*,lives/*}.ts', { cwd: import.meta.dirname })) {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8')
    assert.doesNotMatch(text, /from '(#|[./]*\/(domain|stripe|app)\/)/, name)
  }
})

function endOf(kind: string, backwards: boolean): string {
  const order = planOrder(1, someGoods, randomOf(1))
  const told = lives[kind]?.(tellerOf(order, randomOf(1))) ?? []
  const expected = foldEvents([order], backwards ? told.toReversed() : told)
  const { session, payment, stock, review } = expected.orders.get(order.id) ?? {}
  const status = foldStatuses(expected).get(order.id)
  const mails = [...expected.mails].map((mail) =>
    mail.replace(`${order.id} `, '').replace(`re_${order.id}_`, ''),
  )
  return [session, payment, stock, status, `[${review}]`, ...mails.toSorted()].join(' ')
}
