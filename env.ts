// The only reader of the shop’s settings. Read once, on first use, so that a build needs no settings;
// a wrong setting stops the shop at boot, with the fix in the message.
import { kindOfDatabase, type Settings, settingsForm } from './env-form.ts'

export type { Settings } from './env-form.ts'

const names: Record<keyof Settings, string> = {
  databaseUrl: 'DATABASE_URL',
  shopUrl: 'SHOP_URL',
  stripeSecretKey: 'STRIPE_SECRET_KEY',
  stripePublishableKey: 'STRIPE_PUBLISHABLE_KEY',
  stripeWebhookSecrets: 'STRIPE_WEBHOOK_SECRET',
  stripeApiBase: 'STRIPE_API_BASE',
  trustedProxies: 'TRUSTED_PROXIES',
  rateLimits: 'RATE_LIMITS',
  shippingCountries: 'SHIPPING_COUNTRIES',
  promotionCodes: 'PROMOTION_CODES',
  tax: 'TAX',
  smtpUrl: 'SMTP_URL',
  mailFrom: 'MAIL_FROM',
  mailFolder: 'MAIL_FOLDER',
  contactEmail: 'CONTACT_EMAIL',
  timeZone: 'SHOP_TIME_ZONE',
  icpNumber: 'ICP_NUMBER',
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
  const given = settingsForm.safeParse(withDefaults(environment))
  if (!given.success) {
    throw new SettingsError(
      given.error.issues.map((issue) => `${names[issue.path[0] as keyof Settings]}: ${issue.message}`),
    )
  }
  const faults = clashes(given.data)
  if (faults.length > 0) throw new SettingsError(faults)
  return given.data
}

/** Which kind of database a DATABASE_URL names, by default the shop's; no other setting matters to it. */
export function databaseKind(url = process.env.DATABASE_URL ?? ''): 'sqlite' | 'postgresql' {
  return kindOfDatabase(url)
}

/** Whether the shop takes real money. */
export function isLive(key: string): boolean {
  return /^(sk|rk|pk)_live_/.test(key)
}

/** Whether `host` (a name, with or without a port) is this machine's own, as in http://localhost:3000. */
export function isLocalHost(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)
}

// Where a parcel from most places goes without special papers.
const manyCountries =
  'CN HK MO TW SG MY JP KR AU NZ US CA GB IE DE AT CH FR BE NL LU ES PT IT DK SE NO FI PL CZ'

function withDefaults(environment: Readonly<Record<string, string | undefined>>) {
  const read = (name: string) => environment[name]?.trim() || undefined
  const demo = !read('STRIPE_SECRET_KEY')
  const database = read('DATABASE_URL') ?? 'file:./data/kiosk.db'
  return {
    databaseUrl: database,
    shopUrl: read('SHOP_URL') ?? `http://localhost:${read('PORT') ?? '3000'}`,
    stripeSecretKey: read('STRIPE_SECRET_KEY') ?? 'sk_test_localstripe',
    stripePublishableKey: read('STRIPE_PUBLISHABLE_KEY') ?? (demo ? 'pk_test_localstripe' : ''),
    stripeWebhookSecrets: read('STRIPE_WEBHOOK_SECRET')?.split(/[\s,]+/) ?? [],
    stripeApiBase:
      read('STRIPE_API_BASE') ?? (demo ? `http://127.0.0.1:${read('LOCAL_STRIPE_PORT') ?? '12111'}` : null),
    trustedProxies: read('TRUSTED_PROXIES') ?? '0',
    rateLimits: read('RATE_LIMITS') ?? 'on',
    shippingCountries: (read('SHIPPING_COUNTRIES') ?? manyCountries).split(/[\s,]+/),
    promotionCodes: read('PROMOTION_CODES') ?? 'on',
    tax: read('TAX') ?? 'none',
    smtpUrl: read('SMTP_URL') ?? null,
    mailFrom: read('MAIL_FROM') ?? null,
    mailFolder: read('MAIL_FOLDER') ?? folderBeside(database),
    contactEmail: read('CONTACT_EMAIL') ?? null,
    timeZone: read('SHOP_TIME_ZONE') ?? 'UTC',
    icpNumber: read('ICP_NUMBER') ?? null,
  }
}

function folderBeside(database: string): string {
  const [, file = './data/kiosk.db'] = /^file:(.*)$/.exec(database) ?? []
  return file.replace(/[^/\\]*$/, 'mail')
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
  if (given.tax === 'automatic' && stripeApiBase) {
    faults.push(
      'TAX: Local Stripe does not know Stripe Tax; remove this line, or name tax rates (txr_…) made there',
    )
  }
  if (given.rateLimits === 'off' && isLive(stripeSecretKey)) {
    faults.push('RATE_LIMITS: a shop that takes real money keeps its limits; remove this line')
  }
  if (given.smtpUrl && !given.mailFrom) {
    faults.push('MAIL_FROM: with SMTP_URL, the address that messages come from, such as shop@example.com')
  }
  return faults
}
