// The only reader of the shop’s settings. Read once, on first use, so that a build needs no settings;
// a wrong setting stops the shop at boot, with the fix in the message.
import { z } from 'zod'
import { withVerifiedTls } from './prisma/postgresql-url.ts'

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
      /^whsec_[\w+/=-]{16,}$/,
      'starts with whsec_: `npm run stripe:listen` prints it, or the Dashboard shows it at the endpoint',
    ),
)
const address = z
  .url({ protocol: /^https?$/, error: 'an address such as https://shop.example.com' })
  .transform((text) => new URL(text).origin)
// A shop under a path would send its shoppers beside it. The fix shows no password.
const origin = z
  .url({ protocol: /^https?$/, error: 'an address such as https://shop.example.com', abort: true })
  .refine((text) => new URL(text).href === `${new URL(text).origin}/`, {
    error: ({ input }) =>
      `the shop’s address alone, with no path, query, user or password: ${new URL(String(input)).origin}`,
  })
  .transform((text) => new URL(text).origin)

const trustedProxies = z
  .string()
  .regex(/^\d$/, 'how many proxies of yours stand before the shop, 0 to 9')
  .transform(Number)
const rateLimits = z.enum(['on', 'off'], 'on; or off, to measure with test keys')

const smtpUrl = z
  .string()
  .refine(
    isSmtpUrl,
    'an address such as smtps://user:password@smtp.example.com:465, with % codes for special letters',
  )
const mailFrom = z.email('the address that messages come from, such as shop@example.com')

const databaseUrl = z
  .string()
  .refine(
    (url) => /^file:.+/.test(url) || namesPostgresqlDatabase(url),
    'a SQLite file such as file:./data/kiosk.db, or a PostgreSQL database such as postgresql://user:password@host:5432/kiosk ' +
      '(in user and password, what is not a letter or a digit as % and two digits: @ is %40)',
  )
  .transform((url) => (databaseKind(url) === 'postgresql' ? withVerifiedTls(url) : url))

const form = z.object({
  databaseUrl,
  shopUrl: origin,
  stripeSecretKey: secretKey,
  stripePublishableKey: publishableKey,
  stripeWebhookSecrets: webhookSecrets,
  stripeApiBase: address.nullable(),
  trustedProxies,
  rateLimits,
  smtpUrl: smtpUrl.nullable(),
  mailFrom: mailFrom.nullable(),
  mailFolder: z.string(),
})

export type Settings = Readonly<z.output<typeof form>>

const names: Record<keyof Settings, string> = {
  databaseUrl: 'DATABASE_URL',
  shopUrl: 'SHOP_URL',
  stripeSecretKey: 'STRIPE_SECRET_KEY',
  stripePublishableKey: 'STRIPE_PUBLISHABLE_KEY',
  stripeWebhookSecrets: 'STRIPE_WEBHOOK_SECRET',
  stripeApiBase: 'STRIPE_API_BASE',
  trustedProxies: 'TRUSTED_PROXIES',
  rateLimits: 'RATE_LIMITS',
  smtpUrl: 'SMTP_URL',
  mailFrom: 'MAIL_FROM',
  mailFolder: 'MAIL_FOLDER',
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

/** Which kind of database a DATABASE_URL names, by default the shop's; no other setting matters to it. */
export function databaseKind(url = process.env.DATABASE_URL ?? ''): 'sqlite' | 'postgresql' {
  return /^\s*postgres(ql)?:/.test(url) ? 'postgresql' : 'sqlite'
}

/** Whether the shop takes real money. */
export function isLive(key: string): boolean {
  return /^(sk|rk|pk)_live_/.test(key)
}

/** Whether `host` (a name, with or without a port) is this machine's own, as in http://localhost:3000. */
export function isLocalHost(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)
}

function namesPostgresqlDatabase(url: string): boolean {
  return databaseKind(url) === 'postgresql' && URL.canParse(url) && /^\/[^/@]+$/.test(new URL(url).pathname)
}

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
    smtpUrl: read('SMTP_URL') ?? null,
    mailFrom: read('MAIL_FROM') ?? null,
    mailFolder: read('MAIL_FOLDER') ?? folderBeside(database),
  }
}

function isSmtpUrl(text: string): boolean {
  const { protocol, hostname, username, password } = URL.parse(text) ?? {}
  if (!hostname || !/^smtps?:$/.test(protocol ?? '')) return false
  try {
    decodeURIComponent(`${username}${password}`)
    return true
  } catch {
    return false
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
  if (given.rateLimits === 'off' && isLive(stripeSecretKey)) {
    faults.push('RATE_LIMITS: a shop that takes real money keeps its limits; remove this line')
  }
  if (given.smtpUrl && !given.mailFrom) {
    faults.push('MAIL_FROM: with SMTP_URL, the address that messages come from, such as shop@example.com')
  }
  return faults
}
