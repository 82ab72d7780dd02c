import { fileURLToPath } from 'node:url'
import { defaultCurrency, prefersChinese } from './app/_lib/market.ts'

const locales = Object.keys(defaultCurrency)
const currencies = 'cny|usd|eur|jpy'
// No slug or token has a dot, so files in public/ are left alone, or a `%`, at which Next.js answers 500 when no letter
// comes of it.
const page = [
  '(?:products|collections)/[a-z0-9-]+',
  'cart|search|success|cancel|orders',
  'orders/(?:[\\w-]{22}|incomplete)',
  'help/(?:delivery|returns|contact|privacy)',
].join('|')

const chosenCurrency = { type: 'cookie', key: 'currency', value: `(?<currency>${currencies})` }

/** What says that a visitor reads `locale`, most telling first; the last one says nothing, and holds for the rest. */
const localeConditions = [
  ...locales.map((locale) => ({ locale, has: [{ type: 'cookie', key: 'locale', value: locale }] })),
  { locale: 'zh-CN', has: [{ type: 'header', key: 'accept-language', value: prefersChinese }] },
  { locale: 'en', has: undefined },
]

// Public addresses become those of the static pages under app/[locale]/[currency], in two steps: each rule sees what the
// ones before it made of the address. First the language, where it is not in the address; then the currency.
const languageRules = localeConditions.flatMap(({ locale, has }) => [
  { source: '/', has, destination: `/${locale}` },
  { source: `/:page(${page})`, has, destination: `/${locale}/:page` },
])
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
// Whatever is neither a file nor a page by now would pass for a page of any [locale]: /api/nope. The shop says in the
// address's language, or the visitor's, that there is nothing. What is made under two folders answers for itself.
const made = '(?:shared|sitemaps)/.+'
const unknown = `(?!(?:${locales.join('|')})/(?:${currencies})(?:/(?:${page}))?$|${made}$).*`
const nowhere = (locale) => `/${locale}/${defaultCurrency[locale]}/nothing`
// Of the links to orders, those that are cut off or end in a full stop of the text they stood in.
const noOrder = (locale) => `/${locale}/${defaultCurrency[locale]}/orders/incomplete`
const noOrderRules = [
  ...locales.map((locale) => ({
    source: `/:path(${locale}/(?:${currencies})/orders/(?!(?:[\\w-]{22}|incomplete)$).+)`,
    destination: noOrder(locale),
  })),
  ...localeConditions.map(({ locale, has }) => ({
    source: '/:path(orders/.+)',
    has,
    destination: noOrder(locale),
  })),
]
const nothingRules = [
  ...locales.map((locale) => ({ source: `/:path((?=${locale}/)${unknown})`, destination: nowhere(locale) })),
  ...localeConditions.map(({ locale, has }) => ({
    source: `/:path(${unknown})`,
    has,
    destination: nowhere(locale),
  })),
]

// A variant is chosen in the query, for one product has one address; its page stands below that of its product. After
// those of nothing, so that the page has no other address.
const variantRule = {
  source: `/:locale(${locales.join('|')})/:currency(${currencies})/products/:slug([a-z0-9-]+)`,
  has: [{ type: 'query', key: 'variant', value: '(?<sku>[a-z0-9][a-z0-9-]{0,63})' }],
  destination: '/:locale/:currency/products/:slug/:sku',
}

// The whole of a collection is a page that is kept; what is asked of it with these words is made for each who asks.
const listQueries = [
  { key: 'sort', value: 'newest|price-up|price-down' },
  ...['in-stock', 'on-sale', 'from', 'to', 'after'].map((key) => ({ key, value: '.+' })),
]
const listRules = listQueries.map((query) => ({
  source: '/:locale/:currency/collections/:slug',
  has: [{ type: 'query', ...query }],
  destination: '/:locale/:currency/collections/:slug/chosen',
}))

// What people type, or other shops have, leads to what is meant. For now: a language may come to be one of the shop's.
const lead = (source, destination) => ({ source, destination, permanent: false })
const leads = [
  lead('/:chinese((?!zh-CN(?:/|$))zh(?:-[a-zA-Z]+)*)/:rest*', '/zh-CN/:rest*'),
  ...['', `/:locale(${locales.join('|')})`].flatMap((language) => [
    lead(`${language}/:list(products|collections)`, `${language.replace(/\(.*/, '')}/collections/all`),
    lead(`${language}/help`, `${language.replace(/\(.*/, '')}/help/delivery`),
  ]),
]

const header = (key, value) => ({ key, value })
const pictures =
  '/:picture((?:products|sized)/[\\w-]+\\.\\w+|hero\\.jpg|icon-\\d+\\.png|apple-touch-icon\\.png|icon\\.svg|shop\\.jpg)'
// What a shop never asks of a browser. Paying happens on Stripe's own page.
const permissions =
  'accelerometer autoplay camera display-capture encrypted-media fullscreen geolocation gyroscope hid magnetometer ' +
  'microphone midi screen-wake-lock serial usb xr-spatial-tracking'
const permissionsPolicy = permissions
  .split(' ')
  .map((feature) => `${feature}=()`)
  .join(', ')
// One address has several languages and currencies, told apart by cookies: no shared cache may keep a page.
const cacheRules = [
  ['/:page((?!_next/|api/|shared/).*)', 'private, no-cache'],
  [`/:locale(${locales.join('|')})?/:page(cart|success|cancel|orders|mail)/:token*`, 'private, no-store'],
  [pictures, 'public, max-age=86400'],
  // Named for what is in them.
  ['/scripts/:script', 'public, max-age=31536000, immutable'],
]

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // A page's words for search engines stand in its head, whoever asks, and never come after it with a script.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  agentRules: false,
  images: { unoptimized: true },
  // `npm test` checks the types of everything; checking them here again would only make the demo start later.
  typescript: { ignoreBuildErrors: true },
  cacheHandler: fileURLToPath(new URL('app/_doors/page-cache.ts', import.meta.url)),
  experimental: {
    globalNotFound: true,
    // Pages are kept in memory, not on disk: a page made from one database is never served from another.
    isrFlushToDisk: false,
  },
  async redirects() {
    return leads
  },
  async rewrites() {
    const webhook = { source: '/pay/notification/stripe', destination: '/api/webhooks/stripe' }
    return {
      beforeFiles: [webhook, ...languageRules, ...currencyRules],
      afterFiles: [...noOrderRules, ...nothingRules, ...listRules, variantRule],
    }
  },
  // What of an answer depends on settings, the Content-Security-Policy too, comes from app/_doors: this is read by the build.
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          header('X-Content-Type-Options', 'nosniff'),
          header('Referrer-Policy', 'same-origin'),
          header('X-Frame-Options', 'DENY'),
          header('Permissions-Policy', permissionsPolicy),
          header('Cross-Origin-Opener-Policy', 'same-origin'),
          header('Cross-Origin-Resource-Policy', 'same-origin'),
        ],
      },
      // Pictures are for receipts and for the payment page as well.
      ...[pictures, '/shared/:picture*'].map((source) => ({
        source,
        headers: [header('Cross-Origin-Resource-Policy', 'cross-origin')],
      })),
      ...cacheRules.map(([source, value]) => ({ source, headers: [header('Cache-Control', value)] })),
    ]
  },
}
