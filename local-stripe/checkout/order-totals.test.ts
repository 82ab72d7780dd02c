import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TaxRate } from '../store/stripe-types.ts'
import { lineAmount } from './line-amount.ts'
import { orderTotals, type Order } from './order-totals.ts'

const rate = (percentage: number, inclusive = false): TaxRate => ({
  id: `txr_${percentage}`,
  object: 'tax_rate',
  active: true,
  country: null,
  created: 0,
  description: null,
  display_name: 'VAT',
  effective_percentage: percentage,
  flat_amount: null,
  inclusive,
  jurisdiction: null,
  jurisdiction_level: null,
  livemode: false,
  metadata: {},
  percentage,
  rate_type: 'percentage',
  state: null,
  tax_type: null,
})
const line = (amount: number, rates: TaxRate[] = [], discounted = true) => ({ amount, rates, discounted })
const order = (more: Partial<Order>): Order => ({
  currency: 'usd',
  lines: [],
  shipping: null,
  discount: 0,
  ...more,
})
const shares = (amounts: number[], discount: number, currency = 'usd') =>
  orderTotals(order({ currency, discount, lines: amounts.map((amount) => line(amount)) })).lines.map(
    (each) => each.amount_discount,
  )

test('A discount is spread in proportion, and the last line takes the rounding.', () => {
  assert.deepEqual(shares([1000, 1000, 1000], 1000), [333, 334, 333])
  assert.deepEqual(shares([2000, 500, 500], 600), [400, 100, 100])
  assert.deepEqual(shares([1, 1, 1, 1, 1], 2), [0, 1, 0, 1, 0])
  assert.deepEqual(shares([0, 700], 700), [0, 700])
  assert.deepEqual(shares([0, 0], 0), [0, 0])
  assert.deepEqual(shares([10_000, 10_000, 10_000], 10_000, 'isk'), [3300, 3400, 3300])
})

const amounts = [0, 1, 2, 3, 7, 99, 100, 333, 1999, 99_999_999]
const orders = amounts.flatMap((a) => amounts.flatMap((b) => amounts.map((c) => [a, b, c])))
const sum = (all: number[]) => all.reduce((total, each) => total + each, 0)

test('Whatever the lines and the discount: shares add up, and no line is worth less than nothing.', () => {
  for (const lines of orders) {
    const worth = sum(lines)
    const discounts = new Set(
      [0, 1, Math.floor(worth / 3), worth - 1, worth].map((n) => Math.max(0, Math.min(n, worth))),
    )
    for (const discount of discounts) {
      const parts = shares(lines, discount)
      const said = `${discount} off ${lines.join(' + ')} gives ${parts.join(', ')}`
      assert.equal(sum(parts), discount, said)
      assert.ok(
        parts.every((part, index) => part >= 0 && part <= (lines[index] ?? 0)),
        said,
      )
    }
  }
})

test('Lines that the discount does not apply to keep their price.', () => {
  const totals = orderTotals(order({ discount: 300, lines: [line(1000, [], false), line(1000)] }))
  assert.deepEqual(
    totals.lines.map((each) => each.amount_total),
    [1000, 700],
  )
})

type TaxCase = [amount: number, rates: TaxRate[], tax: number, total: number]
const taxCases: Record<string, TaxCase> = {
  'an exclusive tax is added': [1000, [rate(8.25)], 83, 1083],
  'an inclusive tax is inside': [1000, [rate(20, true)], 167, 1000],
  'two exclusive taxes are each taken of the same amount': [1000, [rate(5), rate(9.975)], 150, 1150],
  'two inclusive taxes share the amount': [1150, [rate(5, true), rate(10, true)], 150, 1150],
  'an exclusive tax is not taken of an inclusive one': [1100, [rate(10, true), rate(5)], 150, 1150],
  'half a cent is rounded up': [50, [rate(1)], 1, 51],
  'no tax of nothing': [0, [rate(20), rate(5, true)], 0, 0],
  'four decimals count': [10_000_000, [rate(7.1234)], 712_340, 10_712_340],
}

test('Taxes are inclusive or exclusive, and rounded on the line.', () => {
  for (const [name, [amount, rates, tax, all]] of Object.entries(taxCases)) {
    const { amount_tax, amount_total, lines } = orderTotals(order({ lines: [line(amount, rates)] }))
    assert.deepEqual([amount_tax, amount_total, lines[0]?.amount_subtotal], [tax, all, amount], name)
  }
})

test('Taxes are taken of what the discount leaves; shipping is taxed and not discounted.', () => {
  const totals = orderTotals(
    order({ discount: 500, lines: [line(1000, [rate(10)])], shipping: { amount: 500, rates: [rate(20)] } }),
  )
  assert.equal(totals.lines[0]?.amount_tax, 50)
  assert.deepEqual(
    [totals.shipping?.amount_tax, totals.shipping?.amount_total, totals.shipping?.amount_discount],
    [100, 600, 0],
  )
  assert.deepEqual(
    [totals.amount_subtotal, totals.amount_discount, totals.amount_tax, totals.amount_total],
    [1000, 500, 150, 1150],
  )
})

const decimal = (unit_amount_decimal: string) => ({
  unit_amount: null,
  unit_amount_decimal,
  transform_quantity: null,
})
const dozen = (round: 'up' | 'down') => ({
  unit_amount: 1000,
  unit_amount_decimal: '1000',
  transform_quantity: { divide_by: 12, round },
})

test('A line is rounded once, from all decimals of its price.', () => {
  assert.equal(lineAmount(decimal('0.5'), 3, 1), 2)
  assert.equal(lineAmount(decimal('0.333333333333'), 3, 1), 1)
  assert.equal(lineAmount(decimal('1999'), 999_999, 1), 1_998_998_001)
  assert.equal(lineAmount(decimal('0.000000000001'), 1, 1), 0)
  assert.deepEqual([lineAmount(decimal('1234.5'), 1, 10), lineAmount(decimal('1235'), 1, 10)], [1230, 1240])
})

test('A price for a package counts packages.', () => {
  assert.deepEqual([lineAmount(dozen('up'), 13, 1), lineAmount(dozen('down'), 13, 1)], [2000, 1000])
})
