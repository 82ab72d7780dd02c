import { text } from '../api/fields.ts'
import { equal } from '../api/list-objects.ts'

/** What a list of things about payments may be narrowed down to. */
export const byPayment = {
  filters: { charge: text(), payment_intent: text() },
  conditions: (params: { charge: string | undefined; payment_intent: string | undefined }) => [
    ...equal('charge', params.charge),
    ...equal('payment_intent', params.payment_intent),
  ],
}
