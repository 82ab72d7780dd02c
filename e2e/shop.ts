// What every story starts from: `test` with a shop that runs, and Local Stripe's control for the stories that need trouble.
import { test as base } from 'playwright/test'
import { type Control, controlOf } from './local-stripe-control.ts'
import { type Shop, startShop } from './start-shop.ts'

export { expect } from 'playwright/test'
export type { Shop } from './start-shop.ts'

interface StoryFixtures {
  /** Orders trouble; all of it ends with the story. A story that asks for it is skipped against Stripe itself. */
  readonly control: Control
  readonly shopLog: void
}

export const test = base.extend<StoryFixtures, { readonly shop: Shop }>({
  shop: [
    async ({ browserName }, use, { parallelIndex, workerIndex }) => {
      const shop = await startShop(`${browserName}-${parallelIndex}-${workerIndex}`)
      await use(shop)
      await shop.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ shop }, use) => use(shop.url),
  locale: 'en-US',
  control: async ({ shop }, use, testInfo) => {
    const { localUrl } = shop.stripe
    testInfo.skip(localUrl === null, 'Stripe breaks, holds back and repeats nothing on order')
    const control = controlOf(localUrl ?? '')
    await use(control)
    await control.mend()
  },
  shopLog: [
    async ({ shop }, use, testInfo) => {
      const before = shop.output().length
      await use()
      if (testInfo.status !== testInfo.expectedStatus)
        await testInfo.attach('shop.log', { body: shop.output().slice(before), contentType: 'text/plain' })
    },
    { auto: true },
  ],
})
