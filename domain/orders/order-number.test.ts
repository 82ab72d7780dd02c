import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { orderId, parseOrderNumber } from './order-number.ts'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 }).map((values) => Buffer.from(values))

test('An order’s id has no letter that is mistaken for another, whatever chance brings', () => {
  fc.assert(
    fc.property(bytes, (chance) => {
      assert.match(orderId(chance), /^[^ILOU]{5}-[^ILOU]{5}$/)
    }),
  )
})

test('However an id is typed off, it is that id', () => {
  const ways: ((id: string) => string)[] = [
    (id) => id,
    (id) => id.toLowerCase(),
    (id) => id.replace('-', ''),
    (id) => id.split('').join(' '),
    (id) => `  ${id.replace('-', ' – ')}\n`,
    (id) => id.replaceAll('0', 'O').replaceAll('1', 'l'),
    (id) => id.replaceAll('0', 'o').replaceAll('1', 'I'),
    (id) => id.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
    (id) => `#${id}`,
    (id) => `Order ${id}`,
    (id) => `订单号：${id}`,
    (id) => `订单 ${id}`,
    (id) => `\u200B${id}\u00AD`,
  ]
  fc.assert(
    fc.property(bytes, (chance) => {
      const id = orderId(chance)
      for (const way of ways) assert.equal(parseOrderNumber(way(id)), id, way(id))
    }),
  )
})

test('An id that begins like the word before it is read whole', () => {
  for (const id of ['0RDER-2MXPW', 'N0ABC-2MXPW']) assert.equal(parseOrderNumber(id.replace('0', 'o')), id)
})

for (const typed of [
  '',
  ' ',
  'order',
  '7Q4DX-2MXP',
  '7Q4DX-2MXPW7',
  '7Q4DX-2MXPU',
  '7Q4DX/2MXPW',
  "7Q4DX-2MXPW' OR 1=1",
  '7Q4DX-2MXP🫖',
  '%00%00%00%00%00',
  '\0\0\0\0\0\0\0\0\0\0',
  '七七七七七七七七七七',
]) {
  test(`${JSON.stringify(typed)} is no order’s number`, () => {
    assert.equal(parseOrderNumber(typed), null)
  })
}
