// What a shop does with whoever asks too often, over real connections.
import { title } from './shop-pages.ts'
import { expect, type Shop, test as story } from './shop.ts'
import { startShop } from './start-shop.ts'

interface Doors {
  /** A shop that keeps its limits, right at the network. */
  readonly atNetwork: Shop
  /** One behind a proxy: it is the test that says whom the proxy saw. */
  readonly behindProxy: Shop
}

const test = story.extend<object, Doors>({
  atNetwork: [
    async ({ browserName }, use, { workerIndex }) => {
      const shop = await startShop(`${browserName}-network-${workerIndex}`, { RATE_LIMITS: 'on' })
      await use(shop)
      await shop.stop()
    },
    { scope: 'worker' },
  ],
  behindProxy: [
    async ({ browserName }, use, { workerIndex }) => {
      const settings = { RATE_LIMITS: 'on', TRUSTED_PROXIES: '1' }
      const shop = await startShop(`${browserName}-proxy-${workerIndex}`, settings)
      await use(shop)
      await shop.stop()
    },
    { scope: 'worker' },
  ],
})
test.describe.configure({ mode: 'default' })

const patience = '{"items":[{"sku":"gaiwan","quantity":100}]}'

test('Whoever opens 1,000 checkouts is stopped, whatever address they claim; a form is told so on a page', async ({
  atNetwork: { url },
}) => {
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, (_, each) =>
      checkout(url, {
        'X-Forwarded-For': `10.0.${each >> 8}.${each & 255}`,
        Forwarded: `for=10.0.0.${each & 255}`,
        'X-Real-IP': `10.1.0.${each & 255}`,
        'X-Kiosk-Address': `10.2.0.${each & 255}`,
      }),
    ),
  )

  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(880)
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  expect(refused[0]?.headers.get('content-type')).toBe('application/problem+json')
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused[0]?.json()).toMatchObject({ code: 'too-many-requests', status: 429 })

  const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Accept-Language': 'zh-CN' }
  const page = await checkout(url, form, 'sku=gaiwan')
  expect([page.status, page.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8'])
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await page.text()).toContain('请求太频繁了')
})

test('Forged events are refused, and whoever sends many is told to wait', async ({ atNetwork: { url } }) => {
  const post = () =>
    fetch(`${url}/api/webhooks/stripe`, {
      method: 'POST',
      body: '{}',
      headers: { 'Stripe-Signature': 't=1,v1=00' },
    })
  const answers = await Promise.all(Array.from({ length: 1_000 }, post))

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400, 429]))
})

test('Somebody who guesses at order addresses is sent away for a while, and led back', async ({
  page,
  atNetwork,
}) => {
  const address = `${atNetwork.url}/en/orders/${'a'.repeat(22)}`
  const guesses = await Promise.all(Array.from({ length: 100 }, () => fetch(address, { redirect: 'manual' })))
  const leading = guesses
    .map(({ headers }) => headers.get('location'))
    .filter((to) => to?.startsWith('/api/wait'))
  expect(leading.length).toBeGreaterThan(30)

  const answer = await page.goto(`${atNetwork.url}${leading[0]}`)
  expect(answer?.status()).toBe(429)
  await expect(page.getByText(/Too many requests at once. Try again in \d+ seconds?\./)).toBeVisible()
  await expect(title(page)).toHaveText('One moment, please')
  await expect(page.getByRole('link', { name: 'Contact' })).toBeVisible()
  await expect(page.locator('.order-status')).not.toHaveCSS('border-radius', '0px')
  await expect(page).toHaveURL(/\/orders\/incomplete$/)
})

test('A thousand addresses at once get what the shop can bear, and a buyer who comes back in time still buys', async ({
  behindProxy: { url },
}) => {
  const crowd = await Promise.all(
    Array.from({ length: 1_000 }, (_, each) =>
      checkout(url, { 'X-Forwarded-For': `203.0.113.9, 10.0.${each >> 8}.${each & 255}` }),
    ),
  )
  const passed = crowd.filter(({ status }) => status !== 429).length
  expect(passed).toBeGreaterThanOrEqual(300)
  expect(passed).toBeLessThan(700)

  const buy = () =>
    checkout(url, { 'X-Forwarded-For': '198.51.100.7' }, '{"items":[{"sku":"gaiwan","quantity":1}]}')
  await expect.poll(async () => (await buy()).status, { timeout: 5_000 }).toBe(200)
})

test('Behind a proxy it is the proxy’s word that counts, and not what a stranger wrote before it', async ({
  behindProxy: { url },
}) => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, each) =>
      checkout(url, { 'X-Forwarded-For': `10.3.0.${each}, 192.0.2.77` }),
    ),
  )

  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(100)
})

// An order for more than one may have goes as far as the limits, and no further.
function checkout(url: string, headers: Record<string, string>, body = patience): Promise<Response> {
  return fetch(`${url}/api/checkout_sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
    redirect: 'manual',
  })
}
