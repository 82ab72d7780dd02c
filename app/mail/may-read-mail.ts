import { isLive, isLocalHost, type Settings } from '#env'
import { addressHeader } from '../_doors/address-header.ts'

// Of this machine itself, as the front door writes them.
const ownAddresses = new Set(['127.0.0.1', '0:0:0:0::/64'])

/**
 * Whether this request may read what the shop has written to others: nothing of it is sent, no order is real, and both the shop
 * and whoever asks are on this machine. The Host says so too, because a page elsewhere can have a name of its own lead here.
 */
export function mayReadMail(
  { headers }: Pick<Request, 'headers'>,
  { smtpUrl, shopUrl, stripeSecretKey }: Pick<Settings, 'smtpUrl' | 'shopUrl' | 'stripeSecretKey'>,
): boolean {
  if (smtpUrl !== null || isLive(stripeSecretKey)) return false
  if (!isLocalHost(new URL(shopUrl).host) || !isLocalHost(headers.get('host') ?? '')) return false
  return ownAddresses.has(headers.get(addressHeader) ?? '')
}
