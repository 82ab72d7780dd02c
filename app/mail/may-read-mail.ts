import { isLive, isLocalHost, type Settings } from '#env'
import { addressHeader } from '../_doors/address-header.ts'
import { clientAddress } from '../_doors/client-address.ts'

// Of this machine itself, as the front door writes them.
const ownAddresses = new Set(['127.0.0.1', '0:0:0:0::/64'])

type Given = Pick<Settings, 'smtpUrl' | 'shopUrl' | 'stripeSecretKey' | 'stripeApiBase'>

/**
 * Whether this request may read what the shop has written to others: nothing of it is sent, no order is real (in production,
 * there is but Local Stripe), and the shop, whoever asks and whoever they ask for are on this machine. The Host says so too,
 * because a page elsewhere can have a name of its own lead here.
 */
export function mayReadMail(
  { headers }: Pick<Request, 'headers'>,
  { smtpUrl, shopUrl, stripeSecretKey, stripeApiBase }: Given,
  isProduction = process.env.NODE_ENV === 'production',
): boolean {
  if (smtpUrl !== null || isLive(stripeSecretKey) || (isProduction && stripeApiBase === null)) return false
  if (!isLocalHost(new URL(shopUrl).host) || !isLocalHost(headers.get('host') ?? '')) return false
  if (!isForwardedHere(headers.get('x-forwarded-for'))) return false
  return ownAddresses.has(headers.get(addressHeader) ?? '')
}

// A proxy on this machine brings strangers, of a shop that was not told of it as well.
function isForwardedHere(forwardedFor: string | null): boolean {
  const hops = forwardedFor?.split(',') ?? []
  return hops.every((hop) =>
    ownAddresses.has(
      clientAddress({ socketAddress: hop.trim(), forwardedFor: undefined, trustedProxies: 0 }),
    ),
  )
}
