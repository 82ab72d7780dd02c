// The whole shop on one machine: `npm run demo` as shoppers would meet it, `npm run dev` as developers change it.
import { mkdirSync } from 'node:fs'
import { parseSettings, type Settings, settings, SettingsError } from '../env.ts'
import { demoCode, makeDemoCode } from './demo-code.ts'
import { registerWebhook, removeWebhook, startLocalStripe } from './local-stripe-server.ts'
import { buildShop, next, prepareDatabase } from './prepare.ts'
import { sizePictures } from './pictures/size-pictures.ts'
import { requireFreePort, startServer, stopOnSignals } from './server.ts'
import { step } from './step.ts'

const dev = process.argv.includes('--dev')
const port = process.env.PORT ?? '3000'

const given = checkedSettings()
const { shopUrl, stripeApiBase } = given
const hasCode = stripeApiBase !== null && given.promotionCodes === 'on'
const where = `http://localhost:${port}`
mkdirSync('data', { recursive: true })
stopOnSignals()
await step(`Looking whether port ${port} is free`, () => requireFreePort(port, 'PORT'))
await step('Preparing the database', prepareDatabase)
await step('Sizing the pictures', sizePictures)
if (!dev) await step('Building the shop', buildShop)
if (stripeApiBase) await step(`Starting Local Stripe at ${stripeApiBase}`, startLocalStripe)
if (hasCode) await step(`Making the discount code ${demoCode}`, makeDemoCode)
await step(`Starting the shop at ${where}`, startShop)
console.log(whatNext())

function checkedSettings(): Settings {
  try {
    return settings()
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    console.error(`${error.message}\n\nnpm run doctor tells more.`)
    return process.exit(1)
  }
}

async function startShop(): Promise<void> {
  const env = {
    PORT: port,
    // Told in full: whatever other files Next reads, the shop sells as this command says it does.
    DATABASE_URL: given.databaseUrl,
    SHOP_URL: shopUrl,
    STRIPE_SECRET_KEY: given.stripeSecretKey,
    STRIPE_PUBLISHABLE_KEY: given.stripePublishableKey,
    STRIPE_API_BASE: stripeApiBase ?? '',
    STRIPE_WEBHOOK_SECRET: await webhookSecret(),
    NODE_ENV: dev ? 'development' : 'production',
  }
  parseSettings({ ...process.env, ...env })
  const args = [dev ? 'dev' : 'start', '-p', port]
  const readyUrl = `${where}/api/health`
  await startServer({
    name: 'The shop',
    script: next,
    args,
    env,
    readyUrl,
    log: dev ? null : 'data/shop.log',
  })
}

/** A secret that is set means that events come another way, such as `npm run stripe:listen`: once is enough. */
async function webhookSecret(): Promise<string> {
  const secret = process.env.STRIPE_WEBHOOK_SECRET
  const url = `${where}/api/webhooks/stripe`
  if (!stripeApiBase) return secret ?? ''
  if (!secret) return registerWebhook(url)
  await removeWebhook(url)
  return secret
}

function whatNext(): string {
  const lines = [
    '',
    `  Open   ${shopUrl}   (中文: ${shopUrl}/zh-CN)`,
    '  Choose something, press Buy now, and pay.',
    ...(stripeApiBase
      ? [
          '  Card   4242 4242 4242 4242, any later date, any CVC. To be declined: 4000 0000 0000 0002.',
          ...(hasCode ? [`  Code   ${demoCode} takes 10 % off, on the payment page.`] : []),
          ...(given.smtpUrl ? [] : [`  Mail   ${shopUrl}/mail has what the shop would send.`]),
          '',
          '  Nothing is charged: payments go to Local Stripe on this machine.',
          '  To sell through your own Stripe account, copy .env.example to .env.local and fill it in.',
        ]
      : [
          '',
          '  Payments go to the Stripe account of STRIPE_SECRET_KEY. npm run doctor checks the settings.',
        ]),
    '  Stop with Ctrl+C.',
    '',
  ]
  return lines.join('\n')
}
