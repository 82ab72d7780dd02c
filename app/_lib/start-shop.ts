import { listChangedProducts } from '#domain/catalogue/list-changed-products'
import { sweep } from '#domain/inbox/sweep'
import { sendDueMail } from '#domain/mail/send-due-mail'
import { isLocalHost, settings, SettingsError } from '#env'

const fiveMinutes = 5 * 60_000
const oneMinute = 60_000
const twoSeconds = 2_000
const oneSecond = 1_000

/** Checks the settings, and ends the process when one is wrong; looks after orders from time to time; sends messages; keeps lists. */
export function startShop(): void {
  requireSettings()
  void lookAfterOrders()
  void sendMail()
  void keepLists()
}

// Next would go on and answer 500 to everybody, which looks like a shop that runs.
function requireSettings(): void {
  try {
    const { stripeWebhookSecrets, smtpUrl, shopUrl, mailFolder } = settings()
    if (stripeWebhookSecrets.length === 0)
      console.warn('STRIPE_WEBHOOK_SECRET is not set: no event will be believed')
    if (smtpUrl === null && !isLocalHost(new URL(shopUrl).host))
      console.warn(`SMTP_URL is not set: messages to shoppers are put into ${mailFolder}, and not sent`)
  } catch (error) {
    console.error(error instanceof SettingsError ? error.message : error)
    process.exit(1)
  }
}

// What a sweep cannot do now the next one will: its errors are told and stop nothing. The next begins when this one is over,
// however long Stripe keeps it waiting; soon, when another process is at it, for that one may have died.
async function lookAfterOrders(): Promise<void> {
  let pause = fiveMinutes
  try {
    const swept = await sweep()
    if (swept === 'busy') pause = oneMinute
    else for (const repair of swept.repairs) console.log('sweep: repaired', repair)
  } catch (error) {
    console.error('sweep: failed, and will be tried again', error)
  } finally {
    setTimeout(() => void lookAfterOrders(), pause).unref()
  }
}

// One round at a time, the next one soon after: whoever has paid wants to know.
async function sendMail(): Promise<void> {
  try {
    await sendDueMail()
  } catch (error) {
    console.error('mail: cannot be sent just now, and will be tried again', error)
  } finally {
    setTimeout(() => void sendMail(), twoSeconds).unref()
  }
}

// Whoever has changed a product, lists and the search follow. A product that cannot be listed is told of once a minute.
async function keepLists(): Promise<void> {
  let pause = oneSecond
  try {
    await listChangedProducts()
  } catch (error) {
    pause = oneMinute
    console.error('lists: cannot be kept just now, and will be tried again', error)
  } finally {
    setTimeout(() => void keepLists(), pause).unref()
  }
}
