// Every event of `stripe trigger --help` is tried: it is recorded, or refused plainly.
import assert from 'node:assert/strict'
import { suite, test, type TestContext } from 'node:test'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { officialCli } from '../testing/official-cli.ts'
import { eventually } from '../testing/webhook-receiver.ts'

const patience = 60_000
const served = `
  balance.available
  charge.captured charge.dispute.closed charge.dispute.created charge.dispute.updated charge.failed
  charge.refund.updated charge.refunded charge.succeeded
  checkout.session.async_payment_failed checkout.session.async_payment_succeeded checkout.session.completed
  checkout.session.expired
  coupon.created coupon.deleted coupon.updated customer.created customer.deleted customer.updated
  payment_intent.amount_capturable_updated payment_intent.canceled payment_intent.created
  payment_intent.payment_failed payment_intent.processing payment_intent.requires_action payment_intent.succeeded
  payment_method.attached payment_method.detached
  price.created price.updated product.created product.deleted product.updated
  promotion_code.created promotion_code.updated tax_rate.created tax_rate.updated`
  .trim()
  .split(/\s+/)

/** What their fixtures ask for, Local Stripe has not. */
const unserved = `
  account.application.deauthorized account.updated
  billing_portal.configuration.created billing_portal.configuration.updated billing_portal.session.created
  cash_balance.funds_available credit_note.created credit_note.updated credit_note.voided
  customer.discount.created customer.discount.deleted customer.discount.updated
  customer.source.created customer.source.updated
  customer.subscription.created customer.subscription.deleted customer.subscription.paused
  customer.subscription.trial_will_end customer.subscription.updated customer_cash_balance_transaction.created
  identity.verification_session.canceled identity.verification_session.created
  identity.verification_session.redacted
  invoice.created invoice.deleted invoice.finalized invoice.marked_uncollectible invoice.paid
  invoice.payment_action_required invoice.payment_failed invoice.payment_succeeded invoice.sent invoice.updated
  invoice.voided invoiceitem.created invoiceitem.deleted
  issuing_authorization.request issuing_authorization.request.eu issuing_authorization.request.gb
  issuing_card.created issuing_card.created.eu issuing_card.created.gb
  issuing_cardholder.created issuing_cardholder.created.eu issuing_cardholder.created.gb
  issuing_transaction.created issuing_transaction.purchase_details_receipt_updated issuing_transaction.updated
  payment_intent.partially_funded payment_link.created payment_link.updated payment_method.updated
  payout.created payout.updated plan.created plan.deleted plan.updated
  quote.accepted quote.canceled quote.created quote.finalized reporting.report_run.succeeded
  setup_intent.canceled setup_intent.created setup_intent.requires_action setup_intent.setup_failed
  setup_intent.succeeded subscription.payment_failed subscription.payment_succeeded
  subscription_schedule.aborted subscription_schedule.canceled subscription_schedule.completed
  subscription_schedule.created subscription_schedule.expiring subscription_schedule.released
  subscription_schedule.updated
  test_helpers.test_clock.advancing test_helpers.test_clock.created test_helpers.test_clock.deleted
  test_helpers.test_clock.ready topup.created
  v1.billing.meter.error_report_triggered v1.billing.meter.no_meter_found`
  .trim()
  .split(/\s+/)

/** Their fixtures pay without a `return_url`, which API versions since 2023-08-16 refuse. */
const outdated = ['transfer.created', 'transfer.reversed', 'transfer.updated']

async function prepare(t: TestContext) {
  const setup = await localStripeForTest(t)
  const cli = await officialCli(t, setup.url)
  return cli && { ...setup, cli }
}

suite('stripe trigger', { concurrency: 4 }, () => {
  for (const name of served) {
    test(`stripe trigger ${name} makes it happen.`, async (t) => {
      const setup = await prepare(t)
      if (setup === null) return
      const { code, stdout, stderr } = await setup.cli.run('trigger', name)
      assert.equal(code, 0, stdout + stderr)
      const isThere = async () => {
        await setup.control('POST', '/clock/advance', { seconds: 10 })
        const { data } = (await setup.call('GET', `/v1/events?type=${name}`)).body
        return data.length > 0 || undefined
      }
      await eventually(isThere, `${name} event`, patience)
    })
  }

  for (const name of unserved) {
    test(`stripe trigger ${name} is refused as not imitated.`, async (t) => {
      const setup = await prepare(t)
      if (setup === null) return
      const { code, stderr } = await setup.cli.run('trigger', name)
      assert.equal(code, 1)
      assert.match(stderr, /local_stripe_not_imitated/)
    })
  }

  for (const name of outdated) {
    test(`stripe trigger ${name} is refused as by Stripe’s newer versions.`, async (t) => {
      const setup = await prepare(t)
      if (setup === null) return
      const { code, stderr } = await setup.cli.run('trigger', name)
      assert.equal(code, 1)
      assert.match(stderr, /you must provide a `return_url`/)
    })
  }

  test('Whatever stripe trigger knows is tried here.', async (t) => {
    const setup = await prepare(t)
    if (setup === null) return
    const { stdout } = await setup.cli.run('trigger', '--help')
    const known = [...stdout.matchAll(/^ {2}([a-z\d_]+\.[a-z\d_.]+)$/gm)].map(([, name]) => String(name))
    assert.deepEqual([...served, ...unserved, ...outdated].toSorted(), known.toSorted())
  })
})
