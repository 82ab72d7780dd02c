import { sweep } from '#domain/inbox/sweep'
import { settings, SettingsError } from '#env'

const fiveMinutes = 5 * 60_000

/** Checks the settings, and ends the process when one is wrong; looks after orders from time to time. */
export function startShop(): void {
  requireSettings()
  void lookAfterOrders()
}

// Next would go on and answer 500 to everybody, which looks like a shop that runs.
function requireSettings(): void {
  try {
    const { stripeWebhookSecrets } = settings()
    if (stripeWebhookSecrets.length === 0)
      console.warn('STRIPE_WEBHOOK_SECRET is not set: no event will be believed')
  } catch (error) {
    console.error(error instanceof SettingsError ? error.message : error)
    process.exit(1)
  }
}

// What a sweep cannot do now the next one will: its errors are told and stop nothing. The next begins when this one is over,
// however long Stripe keeps it waiting.
async function lookAfterOrders(): Promise<void> {
  try {
    const { repairs } = await sweep()
    for (const { orderId, became } of repairs) console.log('sweep: order repaired', { orderId, became })
  } catch (error) {
    console.error('sweep: failed, and will be tried again', error)
  } finally {
    setTimeout(() => void lookAfterOrders(), fiveMinutes).unref()
  }
}
