// Looks at everything that must be right for the shop to sell, and says how to mend what is not.
import { existsSync } from 'node:fs'
import { listVariants } from '../domain/catalogue/product-store.ts'
import { checkSmtp } from '../domain/mail/deliver.ts'
import { isLive, type Settings, settings, SettingsError } from '../env.ts'
import { closeDatabase } from '../prisma/client.ts'
import { withoutPassword } from '../prisma/postgresql-url.ts'
import { stripe } from '../stripe/client.ts'
import { type Finding, stripeFindings } from './stripe-findings.ts'
import { sweepFindings } from './sweep-findings.ts'
import { taxFindings } from './tax-findings.ts'

const settingFiles = ['.env.local', '.env'].filter((name) => existsSync(name))
const findings = await examine()
for (const { what, fix } of findings) console.log(fix ? `✗ ${what}\n    ${fix}` : `✓ ${what}`)
const faults = findings.filter(({ fix }) => fix !== null).length
console.log(faults === 0 ? '\nThe shop can sell.' : `\n${faults} to mend.`)
process.exitCode = faults === 0 ? 0 : 1

async function examine(): Promise<Finding[]> {
  let given: Settings
  try {
    given = settings()
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return error.faults.map((fault) => ({ what: 'Settings', fix: fault }))
  }
  return [
    ...settingFindings(given),
    await databaseFinding(given),
    ...(await findingsAtStripe(given)),
    await mailFinding(given),
    await shopFinding(given),
  ]
}

function settingFindings({
  shopUrl,
  stripeSecretKey,
  stripeApiBase,
  stripeWebhookSecrets,
}: Settings): Finding[] {
  const mode = isLive(stripeSecretKey) ? 'live, real money' : 'test'
  const believes = stripeWebhookSecrets.length > 0 || stripeApiBase !== null
  const secretFix =
    'STRIPE_WEBHOOK_SECRET is not set, so no event is believed: npm run stripe:listen prints one, or create an endpoint in the Dashboard'
  return [
    { what: `Node ${process.version}`, fix: null },
    { what: `Settings from ${[...settingFiles, 'the environment'].join(', ')}`, fix: null },
    { what: `Mode: ${mode}, at ${stripeApiBase ?? 'Stripe'}`, fix: null },
    { what: `SHOP_URL ${shopUrl}`, fix: null },
    { what: 'Webhook secret', fix: believes ? null : secretFix },
  ]
}

async function databaseFinding({ databaseUrl }: Settings): Promise<Finding> {
  const what = `Database ${withoutPassword(databaseUrl)}`
  try {
    const [variant] = await listVariants({ after: '', limit: 1 })
    return {
      what,
      fix: variant ? null : 'It has no products: npm run demo fills it, or run node prisma/seed.ts',
    }
  } catch (error) {
    return { what, fix: `${error instanceof Error ? error.message : String(error)}; npm run demo creates it` }
  } finally {
    await closeDatabase()
  }
}

async function findingsAtStripe(given: Settings): Promise<Finding[]> {
  const [answers, ...others] = await stripeFindings(stripe(), howToReach(given))
  if (!answers || answers.fix !== null) return answers ? [answers] : []
  return [
    answers,
    ...others,
    ...(await taxFindings(stripe(), given.tax)),
    ...(await sweepFindings(stripe(), given.shopUrl)),
  ]
}

async function mailFinding({ smtpUrl, mailFrom, mailFolder, stripeSecretKey }: Settings): Promise<Finding> {
  if (smtpUrl) return { what: `Messages over SMTP from ${mailFrom}`, fix: await checkSmtp(smtpUrl) }
  const fix =
    'SMTP_URL is not set, so shoppers get no receipt: it is an address such as smtps://user:password@smtp.example.com:465'
  return { what: `Messages into ${mailFolder}, not sent`, fix: isLive(stripeSecretKey) ? fix : null }
}

function howToReach({ stripeApiBase }: Settings): string {
  return stripeApiBase
    ? 'npm run local-stripe starts it, npm run demo too'
    : 'check STRIPE_SECRET_KEY and the network'
}

async function shopFinding({ shopUrl }: Settings): Promise<Finding> {
  const ready = await fetch(`${shopUrl}/api/health`).then(
    (answer) => answer.ok,
    () => false,
  )
  return {
    what: `The shop answers at ${shopUrl}`,
    fix: ready ? null : 'npm run demo or npm run dev starts it',
  }
}
