// What each setting must look like, and the fix where it does not.
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

const contactEmail = z.email('the address that shoppers write to, such as hello@example.com')
// An IANA name. https://www.iana.org/time-zones
const timeZone = z
  .string()
  .refine(isTimeZone, 'the name of a time zone such as Asia/Shanghai, Europe/Berlin or UTC')
// What the law of mainland China wants at the foot of every page of a site that is hosted there.
const icpNumber = z.string().max(60, 'the number of the ICP record, such as 京ICP备12345678号')

const databaseUrl = z
  .string()
  .refine(
    (url) => /^file:.+/.test(url) || namesPostgresqlDatabase(url),
    'a SQLite file such as file:./data/kiosk.db, or a PostgreSQL database such as postgresql://user:password@host:5432/kiosk ' +
      '(in user and password, what is not a letter or a digit as % and two digits: @ is %40)',
  )
  .transform((url) => (kindOfDatabase(url) === 'postgresql' ? withVerifiedTls(url) : url))

// Countries that Stripe's page cannot ship to. https://docs.stripe.com/payments/collect-addresses
const unshippable = new Set('AS CC CU CX FM HM IR KP MH MP NF PW SY UM VI'.split(' '))
const shippingCountries = z
  .array(
    z
      .string()
      .regex(/^[A-Z]{2}$/, 'two capital letters for each country, with spaces between, such as CN US DE')
      .refine((code) => !unshippable.has(code), {
        error: ({ input }) => `Stripe’s page cannot ship to ${String(input)}`,
      }),
  )
  .transform((codes) => [...new Set(codes)])
const promotionCodes = z.enum(['on', 'off'], 'on; or off, where shoppers shall not be asked for a code')
// Which taxes Stripe adds to the prices or finds in them. https://docs.stripe.com/payments/checkout/use-manual-tax-rates
const tax = z
  .string()
  .regex(
    /^(none|automatic|txr_\w+([\s,]+txr_\w+)*)$/,
    'none; automatic, which is Stripe Tax; or ids of tax rates with spaces between, such as txr_1AbCdE',
  )
  .transform((text) => (text === 'none' || text === 'automatic' ? text : text.split(/[\s,]+/)))

/** The settings of a shop, as texts out of the environment. */
export const settingsForm = z.object({
  databaseUrl,
  shopUrl: origin,
  stripeSecretKey: secretKey,
  stripePublishableKey: publishableKey,
  stripeWebhookSecrets: webhookSecrets,
  stripeApiBase: address.nullable(),
  trustedProxies,
  rateLimits,
  shippingCountries,
  promotionCodes,
  tax,
  smtpUrl: smtpUrl.nullable(),
  mailFrom: mailFrom.nullable(),
  mailFolder: z.string(),
  contactEmail: contactEmail.nullable(),
  timeZone,
  icpNumber: icpNumber.nullable(),
})

export type Settings = Readonly<z.output<typeof settingsForm>>

/** Which kind of database a DATABASE_URL names. */
export function kindOfDatabase(url: string): 'sqlite' | 'postgresql' {
  return /^\s*postgres(ql)?:/.test(url) ? 'postgresql' : 'sqlite'
}

// A distance such as +08:00 would be one too, and has no name.
function isTimeZone(name: string): boolean {
  try {
    return /^[A-Z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

function namesPostgresqlDatabase(url: string): boolean {
  return kindOfDatabase(url) === 'postgresql' && URL.canParse(url) && /^\/[^/@]+$/.test(new URL(url).pathname)
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
