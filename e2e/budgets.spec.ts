// What pages may weigh. `npm run bench -- --only pages` measures the same, beside an empty app built anew.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { weighLoad, weighScripts } from './page-load.ts'
import { buyAndPay } from './shop-pages.ts'
import { expect, test } from './shop.ts'

// Bytes of the scripts of an empty app of this Next.js, compressed by gzip -9.
const emptyApp = { next: '16.4.5', bytes: 134_574 }

test('Home, product and success page load hardly more script than an empty app', async ({ page, shop }) => {
  const { version } = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('next/package.json'), 'utf8'),
  ) as { version: string }
  expect(version, '`npm run bench -- --only pages` says what an empty app of another Next.js weighs').toBe(
    emptyApp.next,
  )
  const session = await buyAndPay(page, 'gaiwan')
  for (const path of ['/en', '/en/products/celadon-mug', `/en/success?session_id=${session}`])
    expect.soft(await weighScripts(`${shop.url}${path}`), path).toBeLessThanOrEqual(emptyApp.bytes * 1.05)
})

test('A product page loads in a dozen requests and 175 kB, without its photos', async ({ page, shop }) => {
  for (const path of ['/en/products/celadon-mug', '/zh-CN/products/celadon-mug']) {
    const { requests, wire, html } = await weighLoad(page, `${shop.url}${path}`)
    expect.soft(requests, `requests of ${path}`).toBeLessThanOrEqual(12)
    expect.soft(wire, `bytes of ${path}`).toBeLessThanOrEqual(175_000)
    expect.soft(html.wire, `HTML of ${path}`).toBeLessThanOrEqual(12_000)
  }
})
