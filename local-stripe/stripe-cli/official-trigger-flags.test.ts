import assert from 'node:assert/strict'
import { suite, test, type TestContext } from 'node:test'
import { idOf, localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { officialCli } from '../testing/official-cli.ts'

async function prepare(t: TestContext) {
  const setup = await localStripeForTest(t)
  const cli = await officialCli(t, setup.url)
  return cli && { ...setup, cli }
}

suite('the flags of stripe trigger', { concurrency: 4 }, () => {
  test('--override, --add and --remove change what is sent.', async (t) => {
    const setup = await prepare(t)
    if (setup === null) return
    const flags = [
      ['--override', 'price:unit_amount=700'],
      ['--override', 'payment_page_confirm:expected_amount=1400'],
      ['--add', 'checkout_session:client_reference_id=order_42'],
      ['--add', 'checkout_session:metadata.basket=b7'],
      ['--remove', 'product:description'],
    ].flat()
    const { code, stdout, stderr } = await setup.cli.run('trigger', 'checkout.session.completed', ...flags)
    assert.equal(code, 0, stdout + stderr)
    const [session] = (await setup.stripe.checkout.sessions.list()).data
    assert.partialDeepStrictEqual(session, {
      amount_total: 1400,
      client_reference_id: 'order_42',
      metadata: { basket: 'b7' },
      payment_status: 'paid',
    })
    assert.equal((await setup.stripe.products.list()).data[0]?.description, null)
  })

  test('--skip leaves steps out.', async (t) => {
    const setup = await prepare(t)
    if (setup === null) return
    const skipped = ['--skip', 'payment_page', '--skip', 'payment_method', '--skip', 'payment_page_confirm']
    const { code, stderr } = await setup.cli.run('trigger', 'checkout.session.completed', ...skipped)
    assert.equal(code, 0, stderr)
    assert.equal((await setup.stripe.checkout.sessions.list()).data[0]?.status, 'open')
  })

  test('--raw sends one’s own fixtures in place of the CLI’s.', async (t) => {
    const setup = await prepare(t)
    if (setup === null) return
    const params = { name: 'Mug', metadata: { raw: 'yes' } }
    const fixtures = [{ name: 'product', path: '/v1/products', method: 'post', params }]
    const raw = JSON.stringify({ _meta: { template_version: 0 }, fixtures })
    const { code, stderr } = await setup.cli.run('trigger', 'product.created', '--raw', raw)
    assert.equal(code, 0, stderr)
    assert.deepEqual((await setup.stripe.products.list()).data[0]?.metadata, { raw: 'yes' })
  })

  test('--api-version is sent along, and an account that is none of ours refused.', async (t) => {
    const setup = await prepare(t)
    if (setup === null) return
    await setup.cli.run('trigger', 'product.created', '--api-version', '2020-08-27')
    const [request] = (await setup.control('GET', '/requests')).body.requests
    assert.deepEqual([request.path, request.stripe_version], ['/v1/products', '2020-08-27'])
    const strange = await setup.cli.run('trigger', 'product.created', '--stripe-account', 'acct_strange')
    assert.equal(strange.code, 1)
    assert.match(strange.stderr, /acct_strange/)
  })

  test('A card that is declined ends the trigger with the error of the card; the session stays open.', async (t) => {
    const setup = await prepare(t)
    if (setup === null) return
    const declining = ['--override', 'payment_method:card.token=tok_chargeDeclined']
    const { code, stderr } = await setup.cli.run('trigger', 'checkout.session.completed', ...declining)
    assert.equal(code, 1)
    assert.match(stderr, /Your card was declined/)
    const [session] = (await setup.stripe.checkout.sessions.list()).data
    assert.equal(session?.status, 'open')
    const types = (await setup.stripe.events.list()).data.map((event) => event.type)
    assert.ok(types.includes('payment_intent.payment_failed'))
  })

  test('An expected amount that is another, and a session that is done, are refused.', async (t) => {
    const setup = await prepare(t)
    if (setup === null) return
    const other = ['--override', 'payment_page_confirm:expected_amount=1']
    const { code, stderr } = await setup.cli.run('trigger', 'checkout.session.completed', ...other)
    assert.equal(code, 1)
    assert.match(stderr, /checkout_amount_mismatch/)
    const [session] = (await setup.stripe.checkout.sessions.list()).data
    await setup.stripe.checkout.sessions.expire(session?.id ?? '')
    const body = 'payment_method=pm_card_visa'
    const late = await setup.call('POST', `/v1/payment_pages/${session?.id}/confirm`, { body })
    assert.deepEqual([late.status, late.body.error.code], [400, 'checkout_not_active_session'])
    assert.equal((await setup.call('GET', '/v1/payment_pages/cs_test_none')).status, 404)
    assert.equal(idOf(session?.payment_intent), '')
  })
})
