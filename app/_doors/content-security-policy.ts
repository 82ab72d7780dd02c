// What a page of the shop may load and where its forms may go. Composed at run time: one build serves any SHOP_URL and any
// STRIPE_API_BASE. https://docs.stripe.com/security/guide#content-security-policy
import type { Settings } from '#env'

export const policyHeader = 'Content-Security-Policy'

/** The policy of everything that is no page: a picture, JSON, a redirect. Nothing in it runs, nobody frames it. */
export const barePolicy = "default-src 'none'; frame-ancestors 'none'"

const stripeJs = ['https://js.stripe.com', 'https://*.js.stripe.com']

interface InlineParts {
  /** What names the page's inline scripts: 'nonce-…' or 'sha256-…'. No other inline script runs. */
  readonly scripts: readonly string[]
  /** What names the style sheets that may be within it. */
  readonly styles: readonly string[]
  /** `next dev`: React evaluates text there, styles come as elements, changes by a web socket. */
  readonly development?: boolean
}

/** The Content-Security-Policy of a page whose inline scripts and style sheets are these. */
export function pagePolicy(
  { shopUrl, stripeApiBase }: Pick<Settings, 'shopUrl' | 'stripeApiBase'>,
  { scripts, styles, development = false }: InlineParts,
): string {
  const stripe = stripeApiBase ? [stripeApiBase] : []
  return [
    "default-src 'none'",
    directive('script-src', ["'self'", ...scripts, ...stripeJs, ...stripe], development && "'unsafe-eval'"),
    // Where one is named by its hash, browsers ignore 'unsafe-inline'.
    directive('style-src', ["'self'", ...(development ? ["'unsafe-inline'"] : styles)]),
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    directive('connect-src', ["'self'", 'https://api.stripe.com', ...stripe], development && 'ws:'),
    directive('frame-src', [...stripeJs, 'https://hooks.stripe.com']),
    // A form without script is answered with a redirect to the payment page, and browsers hold redirects to this as well.
    directive('form-action', ["'self'", 'https://checkout.stripe.com', ...stripe]),
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(shopUrl.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

function directive(name: string, sources: readonly string[], more: string | false = false): string {
  return [name, ...sources, ...(more ? [more] : [])].join(' ')
}
