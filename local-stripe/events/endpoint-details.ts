// What Stripe keeps to itself about an endpoint: its older secrets. Rolling a secret, as the Dashboard does
// (https://docs.stripe.com/webhooks#roll-endpoint-secrets), makes a new one; the old one signs beside it for up to a day.
import { seconds, type Account } from '../account.ts'
import { newId } from '../store/new-id.ts'
import type { WebhookEndpoint } from '../store/stripe-types.ts'

/** The longest that an old secret may go on signing, in hours. */
export const longestRoll = 24

/** `until` in seconds; `kept` marks an endpoint that a reset leaves as it is. */
type EndpointDetails = { rolled: { secret: string; until: number }[]; kept: boolean }

/** The secrets that sign now, the newest first. */
export function signingSecrets(account: Account, endpoint: WebhookEndpoint): [string, ...string[]] {
  const older = readDetails(account, endpoint.id).rolled.filter(({ until }) => until > seconds(account))
  return [endpoint.secret ?? '', ...older.map(({ secret }) => secret)]
}

/** Gives an endpoint a new secret; the old one signs beside it for so many hours. Gives the endpoint with the new one. */
export function rollSecret(account: Account, endpoint: WebhookEndpoint, hours: number): WebhookEndpoint {
  const now = seconds(account)
  const details = readDetails(account, endpoint.id)
  const old = { secret: endpoint.secret ?? '', until: now + hours * 3600 }
  const changed = { ...endpoint, secret: newSecret() }
  account.store.save(changed)
  const rolled = [old, ...details.rolled].filter(({ until }) => until > now)
  account.store.hide(endpoint.id, { ...details, rolled } satisfies EndpointDetails)
  return changed
}

/** Marks an endpoint as one that the settings of a shop asked for, not a test: a reset leaves it. */
export function keepAtReset(account: Account, endpoint: string): void {
  const details = readDetails(account, endpoint)
  if (!details.kept) account.store.hide(endpoint, { ...details, kept: true } satisfies EndpointDetails)
}

/** A secret as Stripe makes them. */
export function newSecret(): string {
  return newId('whsec_', 32)
}

function readDetails(account: Account, endpoint: string): EndpointDetails {
  const details: EndpointDetails | null = JSON.parse(account.store.hidden(endpoint))
  return details ?? { rolled: [], kept: false }
}
