import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { chances } from '../testing/chances.ts'
import { cuttingProxy } from '../testing/cutting-proxy.ts'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { officialCli } from '../testing/official-cli.ts'
import { shopBehindCli } from '../testing/shop-behind-cli.ts'
import { eventually } from '../testing/webhook-receiver.ts'

const ready = /Ready!/
const patience = 60_000

function ids(shop: Awaited<ReturnType<typeof shopBehindCli>>): string[] {
  return shop.received.map(({ body }) => JSON.parse(body).data.object.id)
}

suite('stripe listen on a bad line', { concurrency: 4 }, () => {
  test('When stripe listen opens its socket anew, no event is lost and none comes twice.', async (t) => {
    const { url, stripe } = await localStripeForTest(t)
    const proxy = await cuttingProxy(t, { url, reconnectDelay: 1 })
    const cli = await officialCli(t, proxy.url)
    if (cli === null) return
    const shop = await shopBehindCli(t)
    const listening = cli.start('listen', '--events', 'product.created', '--forward-to', shop.url)
    await listening.says(ready)
    const made: string[] = []
    while (proxy.opened() < 4) {
      made.push((await stripe.products.create({ name: 'Mug' })).id)
      await new Promise((resolve) => void setTimeout(resolve, 20))
    }
    await eventually(() => ids(shop).length >= made.length || undefined, 'last event', patience)
    assert.deepEqual(ids(shop).toSorted(), made.toSorted())
  })

  test('When the line to stripe listen breaks again and again, no event is lost.', async (t) => {
    const { url, stripe } = await localStripeForTest(t)
    const proxy = await cuttingProxy(t, { url })
    const cli = await officialCli(t, proxy.url)
    if (cli === null) return
    const shop = await shopBehindCli(t)
    const listening = cli.start('listen', '--events', 'product.created', '--forward-to', shop.url)
    await listening.says(ready)
    const made: string[] = []
    const chance = chances(20_261_028)
    const make = async () => made.push((await stripe.products.create({ name: 'Mug' })).id)
    const allThere = () => new Set(ids(shop)).size === made.length || undefined
    for (let cuts = 0; cuts < 4; cuts += 1) {
      const opened = proxy.opened()
      for (let left = 20 + chance() * 20; left > 0; left -= 1) await make()
      // The CLI hangs for ever when its line breaks while more than ten of its own messages wait.
      await eventually(allThere, 'event of this line', patience)
      for (let left = 1 + chance() * 2; left > 0; left -= 1) await make()
      proxy.cut()
      for (let left = 20 + chance() * 40; left > 0; left -= 1) await make()
      await eventually(() => proxy.opened() > opened || undefined, 'new socket', patience)
    }
    assert.ok(made.length > 200)
    await eventually(allThere, 'last event', patience)
  })

  test('After another server took the place of the first, stripe listen begins anew by itself.', async (t) => {
    const [first, second] = [await localStripeForTest(t), await localStripeForTest(t)]
    const proxy = await cuttingProxy(t, { url: first.url })
    const cli = await officialCli(t, proxy.url)
    if (cli === null) return
    const shop = await shopBehindCli(t)
    const listening = cli.start('listen', '--all-snapshot', '--forward-to', shop.url)
    await listening.says(ready)
    proxy.moveTo(second.url)
    await listening.says(/Session expired, reconnecting\.\.\.[\s\S]*Ready!/)
    await second.stripe.products.create({ name: 'Mug' })
    await shop.event('product.created')
  })

  test('After a restart stripe listen goes on by itself and gets what it has missed.', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'local-stripe-'))
    t.after(() => rm(folder, { recursive: true }))
    const data = join(folder, 'data.db')
    const first = await localStripeForTest(t, { data })
    const proxy = await cuttingProxy(t, { url: first.url })
    const cli = await officialCli(t, proxy.url)
    if (cli === null) return
    const shop = await shopBehindCli(t)
    const listening = cli.start('listen', '--events', 'product.created', '--forward-to', shop.url)
    await listening.says(ready)
    const made: string[] = []
    for (let n = 0; n < 10; n += 1) made.push((await first.stripe.products.create({ name: 'Mug' })).id)
    await first.close()
    const second = await localStripeForTest(t, { data })
    for (let n = 0; n < 10; n += 1) made.push((await second.stripe.products.create({ name: 'Cup' })).id)
    proxy.moveTo(second.url)
    await eventually(() => new Set(ids(shop)).size === made.length || undefined, 'last event', patience)
    assert.doesNotMatch(listening.output(), /expired/)
  })
})
