// What each Route Handler that writes says to somebody who asks too often.
import '#prisma/test-database'
import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase } from '#prisma/client'
import { addressHeader } from '../_doors/address-header.ts'
import { aRequestTo, problemOf, type Sent } from '../_lib/test-requests.ts'
import { POST as changeCart } from './cart/route.ts'
import { POST as openCheckout } from './checkout_sessions/route.ts'
import { POST as findOrder } from './orders/find/route.ts'
import { POST as resendReceipt } from './orders/receipt/route.ts'
import { POST as prefer } from './preferences/route.ts'

after(closeDatabase)

const writes = {
  '/api/cart': changeCart,
  '/api/checkout_sessions': openCheckout,
  '/api/preferences': prefer,
  '/api/orders/find': findOrder,
  '/api/orders/receipt': resendReceipt,
}

for (const [at, [path, POST]] of Object.entries(writes).entries()) {
  const headers = { [addressHeader]: `203.0.113.${at}` }
  const send = (sent: Sent) => POST(aRequestTo(path, { ...sent, headers: { ...headers, ...sent.headers } }))

  test(`${path} tells a script that asks too often so in JSON, and a form on a page; each learns when to come back`, async () => {
    let answer = await send({ json: {} })
    for (let times = 0; times < 1_000 && answer.status !== 429; times += 1) answer = await send({ json: {} })

    assert.equal((await problemOf(answer))['code'], 'too-many-requests')
    assert.match(answer.headers.get('retry-after') ?? '', /^[1-9]\d?$/)
    const page = await send({ form: { sku: 'mug' }, headers: { 'Accept-Language': 'zh' } })
    assert.equal(page.status, 429)
    assert.match(page.headers.get('retry-after') ?? '', /^[1-9]\d?$/)
    assert.match(await page.text(), /请求太频繁了/)
    assert.equal(page.headers.get('set-cookie'), null)
  })

  test(`${path} takes nothing of a visitor’s for what another site sends in their name`, async () => {
    const own = { [addressHeader]: `198.51.100.${at}` }
    for (let times = 0; times < 1_000; times += 1)
      assert.equal(
        (await send({ json: {}, headers: { ...own, 'Sec-Fetch-Site': 'cross-site' } })).status,
        403,
      )

    assert.notEqual((await send({ json: {}, headers: own })).status, 429)
  })
}
