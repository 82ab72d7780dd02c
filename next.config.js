import { defaultCurrency, prefersChinese } from './app/_lib/market.ts'

const locales = Object.keys(defaultCurrency)
// A name with a dot is a file in public/.
const unprefixed = ['/', '/products/:slug([^./]+)', '/cart', '/success', '/cancel', '/orders/:token']
const chosenCurrency = { type: 'cookie', key: 'currency', value: '(?<currency>cny|usd|eur|jpy)' }

/** What says that a visitor reads `locale`, most telling first; the last one says nothing, and holds for the rest. */
const localeConditions = [
  ...locales.map((locale) => ({ locale, has: [{ type: 'cookie', key: 'locale', value: locale }] })),
  { locale: 'zh-CN', has: [{ type: 'header', key: 'accept-language', value: prefersChinese }] },
  { locale: 'en', has: undefined },
]

// Public addresses become those of the static pages under app/[locale]/[currency], in two steps: each rule sees what the
// ones before it made of the address. First the language, where it is not in the address; then the currency.
const languageRules = unprefixed.flatMap((source) =>
  localeConditions.map(({ locale, has }) => ({
    source,
    has,
    destination: `/${locale}${source.replace(/\(.*\)|\/$/g, '')}`,
  })),
)
const currencyRules = [
  ...locales.map((locale) => ({
    source: `/${locale}/:rest*`,
    missing: [chosenCurrency],
    destination: `/${locale}/${defaultCurrency[locale]}/:rest*`,
  })),
  {
    source: `/:locale(${locales.join('|')})/:rest*`,
    has: [chosenCurrency],
    destination: '/:locale/:currency/:rest*',
  },
]

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  images: { unoptimized: true },
  // `npm test` checks the types of everything; checking them here again would only make the demo start later.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    globalNotFound: true,
    // Pages are kept in memory, not on disk: a page made from one database is never served from another.
    isrFlushToDisk: false,
  },
  async rewrites() {
    const webhook = { source: '/pay/notification/stripe', destination: '/api/webhooks/stripe' }
    return { beforeFiles: [webhook, ...languageRules, ...currencyRules] }
  },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
        ],
      },
      // One address has several languages and currencies, told apart by cookies: no shared cache may keep a page.
      {
        source: '/((?!_next/|api/|hero-|products/.*\\.).*)',
        headers: [{ key: 'Cache-Control', value: 'private, no-cache' }],
      },
      {
        source: '/:picture(.*\\.(?:avif|jpg|svg))',
        headers: [{ key: 'Cache-Control', value: 'public, max-age=86400' }],
      },
    ]
  },
}
