import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { DatabaseUnavailable } from '#prisma/database-unavailable'
import { isProblemCode, type Problem, problemOfError, problemResponse, problemText } from './problem.ts'
import { seeOther } from './see-other.ts'
import { problemOf } from './test-requests.ts'

const log = mock.method(console, 'error', () => {})

const problems: [problem: Problem, status: number][] = [
  [{ code: 'empty-cart' }, 400],
  [{ code: 'too-many-lines', maximum: 50 }, 400],
  [{ code: 'invalid-items' }, 400],
  [{ code: 'invalid-quantity', sku: 'mug', maximum: 99 }, 400],
  [{ code: 'unknown-sku', sku: 'mug' }, 422],
  [{ code: 'not-sold-in-currency', sku: 'mug', currency: 'jpy' }, 422],
  [{ code: 'unknown-currency' }, 422],
  [{ code: 'sold-out', sku: 'mug', available: 1 }, 409],
  [{ code: 'amount-too-small', missing: { amount: 5, currency: 'usd' } }, 422],
  [{ code: 'amount-too-large' }, 422],
  [{ code: 'payment-unavailable' }, 503],
  [{ code: 'payment-refused' }, 502],
  [{ code: 'shop-unavailable' }, 503],
  [{ code: 'forbidden-origin' }, 403],
  [{ code: 'too-large' }, 413],
  [{ code: 'too-slow' }, 408],
  [{ code: 'too-many-requests', retryAfter: 7 }, 429],
  [{ code: 'unsupported-type' }, 415],
  [{ code: 'invalid-body' }, 400],
  [{ code: 'unknown-action' }, 400],
  [{ code: 'invalid-preference' }, 400],
  [{ code: 'invalid-cursor' }, 400],
  [{ code: 'invalid-number' }, 400],
  [{ code: 'invalid-email' }, 400],
  [{ code: 'unknown-order' }, 404],
  [{ code: 'no-receipt' }, 409],
  [{ code: 'receipt-too-often' }, 409],
  [{ code: 'forged' }, 400],
  [{ code: 'unexpected' }, 500],
]

for (const [problem, status] of problems) {
  test(`${problem.code} is answered with ${status} and all that is known of it, in both languages`, async () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const answer = problemResponse(problem, locale)

      assert.equal(answer.status, status)
      assert.equal(answer.headers.get('content-language'), locale)
      const later = new Map([
        [429, '7'],
        [503, '30'],
      ]).get(status)
      assert.equal(answer.headers.get('retry-after'), later ?? null)
      const { detail, ...body } = await problemOf(answer)
      const { code } = problem
      assert.deepEqual(body, { type: `urn:kiosk:problem:${code}`, title: code, status, ...problem })
      assert.match(String(detail), locale === 'en' ? /^[A-Z].*\.$/ : /[\u4E00-\u9FFF].*。$/)
    }
  })
}

test('Only the code of a problem is one', () => {
  assert.ok(problems.every(([{ code }]) => isProblemCode(code)))
  for (const other of ['', 'Sold-Out', 'toString', '__proto__', '<script>', undefined, null, ['forged']])
    assert.equal(isProblemCode(other), false)
})

test('A database that is unavailable asks to come back, and is not logged as a mistake', () => {
  const before = log.mock.callCount()

  assert.deepEqual(problemOfError(new DatabaseUnavailable('locked', 'busy')), { code: 'shop-unavailable' })

  assert.equal(log.mock.callCount(), before)
})

for (const error of [
  new Error('sk_test_secret at /home/shop'),
  'text',
  null,
  undefined,
  { code: 'sold-out' },
]) {
  test(`${JSON.stringify(error)} that was thrown is logged, and its caller is told nothing of it`, async () => {
    const before = log.mock.callCount()

    const problem = problemOfError(error)

    assert.deepEqual(problem, { code: 'unexpected' })
    assert.equal(log.mock.callCount(), before + 1)
    assert.equal(JSON.stringify(await problemOf(problemResponse(problem, 'en'))).includes('secret'), false)
  })
}

test('A form that was taken leads on with 303, is not kept by any cache, and keeps its cookies', () => {
  const answer = seeOther('/en/cart', new Headers({ 'Set-Cookie': 'cart=mug:1' }))

  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), '/en/cart')
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  assert.deepEqual(answer.headers.getSetCookie(), ['cart=mug:1'])
})

test('Numbers in a problem’s words are those that the shop goes by', () => {
  assert.match(problemText({ code: 'too-many-lines' }, 'en'), /have 50\.$/)
  assert.match(problemText({ code: 'invalid-quantity' }, 'zh-CN'), /1–99的整数/)
})
