// A card's network warns that a payment was probably fraud, before anybody disputes it
// (https://docs.stripe.com/api/radar/early_fraud_warnings).
import { seconds, type Account } from '../account.ts'
import { listRoute } from '../api/list-objects.ts'
import { retrieveRoute, type Route } from '../api/route.ts'
import { noSuch } from '../api/stripe-error.ts'
import { byPayment } from '../charges/by-payment.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import { newId } from '../store/new-id.ts'
import type { Charge, EarlyFraudWarning } from '../store/stripe-types.ts'

const path = '/v1/radar/early_fraud_warnings'

export const earlyFraudWarningRoutes: Route[] = [
  retrieveRoute(`${path}/:id`, (account, id) => {
    const warning = account.store.find('radar.early_fraud_warning', id)
    if (warning === null) throw noSuch('early fraud warning', id, 'early_fraud_warning')
    return warning
  }),
  listRoute({ path, kind: 'radar.early_fraud_warning', ...byPayment }),
]

/** Stores a warning about a charge, with its event, and gives it. */
export function warnOfFraud(account: Account, charge: Charge, cause: EventCause = {}): EarlyFraudWarning {
  const warning: EarlyFraudWarning = {
    id: newId('issfr_1', 23),
    object: 'radar.early_fraud_warning',
    actionable: true,
    charge: charge.id,
    created: seconds(account),
    fraud_type: 'misc',
    livemode: false,
    ...(charge.payment_intent !== null && { payment_intent: charge.payment_intent }),
  }
  account.store.insert('radar.early_fraud_warning', warning, { parent: charge.id })
  recordEvent(account, { type: 'radar.early_fraud_warning.created', object: warning }, cause)
  return warning
}

/** A dispute or a whole refund leaves nothing to be done about the warnings of a charge. */
export function resolveWarnings(account: Account, charge: string): void {
  for (const warning of account.store.children('radar.early_fraud_warning', charge)) {
    if (!warning.actionable) continue
    const resolved = { ...warning, actionable: false }
    account.store.save(resolved)
    const previous = { actionable: true }
    recordEvent(account, { type: 'radar.early_fraud_warning.updated', object: resolved }, { previous })
  }
}
