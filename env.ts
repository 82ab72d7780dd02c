// The only reader of the shop’s settings. Read once, on first use, so that a build needs no settings;
// a wrong setting stops the shop at boot, with the fix in the message.
import { z } from 'zod'

const secretKey = z
  .string()
  .regex(
    /^(sk|rk)_(test|live)_\w{8,}$/,
    'starts with sk_test_, sk_live_, rk_test_ or rk_live_: Stripe Dashboard > Developers > API keys',
  )
const publishableKey = z
  .string()
  .regex(
    /^pk_(test|live)_\w{8,}$/,
    'starts with pk_test_ or pk_live_: Stripe Dashboard > Developers > API keys',
  )
// An empty or made-up secret would let forged events in, so its form is checked before the first request.
const webhookSecrets = z.array(
  z
    .string()
    .regex(
      /^whsec_\S{16,}$/,
      'starts with whsec_: `npm run stripe:listen` prints it, or the Dashboard shows it at the endpoint',
    ),
)
const address = z
  .url({ protocol: /^https?$/, error: 'an address such as https://shop.example.com' })
  .transform((text) => new URL(text).origin)

const form = z.object({
  databaseUrl: z.string().regex(/^file:.+/, 'a SQLite file such as file:./data/kiosk.db'),
  shopUrl: address,
  stripeSecretKey: secretKey,
  stripePublishableKey: publishableKey,
  stripeWebhookSecrets: webhookSecrets,
  stripeApiBase: address.nullable(),
})

export type Settings = Readonly<z.output<typeof form>>

const names: Record<keyof Settings, string> = {
  databaseUrl: 'DATABASE_URL',
  shopUrl: 'SHOP_URL',
  stripeSecretKey: 'STRIPE_SECRET_KEY',
  stripePublishableKey: 'STRIPE_PUBLISHABLE_KEY',
  stripeWebhookSecrets: 'STRIPE_WEBHOOK_SECRET',
  stripeApiBase: 'STRIPE_API_BASE',
}

/** A setting is missing or wrong. `faults` has one line for each, naming the setting and the fix. */
export class SettingsError extends Error {
  override name = 'SettingsError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(`Settings to mend (in .env.local):\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.faults = faults
  }
}

let current: Settings | undefined

/** The shop's settings, read from the environment at the first call. Throws SettingsError. */
export function settings(): Settings {
  current ??= parseSettings(process.env)
  return current
}

/** Reads settings out of `environment`; with no Stripe setting at all it is the demo against Local Stripe. Throws SettingsError. */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = form.safeParse(withDefaults(environment))
  if (!given.success) {
    throw new SettingsError(
      given.error.issues.map((issue) => `${names[issue.path[0] as keyof Settings]}: ${issue.message}`),
    )
  }
  const faults = clashes(given.data)
  if (faults.length > 0) throw new SettingsError(faults)
  return given.data
}

/** Whether the shop takes real money. */
export function isLive(key: string): boolean {
  return /^(sk|rk|pk)_live_/.test(key)
}

function withDefaults(environment: Readonly<Record<string, string | undefined>>) {
  const read = (name: string) => environment[name]?.trim() || undefined
  const demo = !read('STRIPE_SECRET_KEY')
  return {
    databaseUrl: read('DATABASE_URL') ?? 'file:./data/kiosk.db',
    shopUrl: read('SHOP_URL') ?? `http://localhost:${read('PORT') ?? '3000'}`,
    stripeSecretKey: read('STRIPE_SECRET_KEY') ?? 'sk_test_localstripe',
    stripePublishableKey: read('STRIPE_PUBLISHABLE_KEY') ?? (demo ? 'pk_test_localstripe' : ''),
    stripeWebhookSecrets: read('STRIPE_WEBHOOK_SECRET')?.split(/[\s,]+/) ?? [],
    stripeApiBase:
      read('STRIPE_API_BASE') ?? (demo ? `http://127.0.0.1:${read('LOCAL_STRIPE_PORT') ?? '12111'}` : null),
  }
}

function clashes(given: Settings): string[] {
  const { shopUrl, stripeSecretKey, stripePublishableKey, stripeApiBase } = given
  const faults: string[] = []
  if (stripeApiBase && isLive(stripeSecretKey)) {
    faults.push('STRIPE_API_BASE: a live key goes to Stripe only; remove this line, or use a test key')
  }
  if (isLive(stripeSecretKey) && !shopUrl.startsWith('https:')) {
    faults.push('SHOP_URL: with a live key it is the shop’s public https address')
  }
  if (isLive(stripeSecretKey) !== isLive(stripePublishableKey)) {
    faults.push('STRIPE_PUBLISHABLE_KEY: both keys are of one mode, test or live')
  }
  return faults
}
