// What can be read of PaymentIntents (https://docs.stripe.com/api/payment_intents).
// They are made by Checkout alone, so there is nothing to write.
import { text } from '../api/fields.ts'
import { equal, listRoute } from '../api/list-objects.ts'
import { retrieveRoute, type Route } from '../api/route.ts'
import { noSuch } from '../api/stripe-error.ts'

export const paymentRoutes: Route[] = [
  retrieveRoute('/v1/payment_intents/:id', (account, id) => {
    const intent = account.store.find('payment_intent', id)
    if (intent === null) throw noSuch('payment_intent', id, 'intent')
    return intent
  }),
  listRoute({
    path: '/v1/payment_intents',
    kind: 'payment_intent',
    filters: { customer: text() },
    conditions: ({ customer }) => equal('customer', customer),
  }),
]
