// POST /v1/checkout/sessions/:id (https://docs.stripe.com/api/checkout/sessions/update). Metadata can always be changed,
// the order only while the session is open.
import type { Account } from '../account.ts'
import { list, type ValuesOf } from '../api/fields.ts'
import type { Call } from '../api/route.ts'
import { asSent, mergeMetadata, metadata } from '../api/shared-fields.ts'
import { invalidRequest, missing } from '../api/stripe-error.ts'
import type { Session } from '../store/stripe-types.ts'
import { changedItems } from './changed-items.ts'
import { changedLineItem } from './line-item-fields.ts'
import type { Shipping } from './price-order.ts'
import { checkOpen, repriceSession } from './reprice-session.ts'
import { shippingOption } from './session-fields.ts'
import { chosenShipping, findShippingOptions, firstShipping } from './shipping-choice.ts'

export const updateFields = {
  collected_information: asSent(),
  line_items: list(changedLineItem, 100),
  metadata: metadata(),
  payment_intent_data: asSent(),
  shipping_options: list(shippingOption, 5),
}
type Update = ValuesOf<typeof updateFields>

/** Updates a session and gives it. Throws Stripe's 400s for what cannot be changed, or not any more. */
export function updateSession(call: Call<Update>, session: Session): Session {
  const { account, params } = call
  checkPage(params)
  const labelled = { ...session, metadata: mergeMetadata(session.metadata ?? {}, params.metadata ?? {}) }
  if (params.line_items === undefined && params.shipping_options === undefined) {
    account.store.save(labelled)
    return labelled
  }
  checkOpen(session)
  return changeOrder(account, labelled, params)
}

function changeOrder(account: Account, session: Session, params: Update): Session {
  const { line_items, shipping_options } = params
  if (line_items?.length === 0) throw missing('line_items')
  const items = line_items && changedItems(account, session, line_items)
  const given = shipping_options && findShippingOptions(account, shipping_options, session.currency ?? '')
  const changed = given === undefined ? session : { ...session, shipping_options: given }
  return repriceSession(account, changed, {
    ...(items && { items }),
    ...(given && { shipping: stillChosen(changed) }),
  })
}

/** The shopper's choice stays when it is still offered. */
function stillChosen(session: Session): Shipping | null {
  return chosenShipping(session) ?? firstShipping(session.shipping_options)
}

function checkPage(params: Update): void {
  for (const param of ['collected_information', 'payment_intent_data'] as const) {
    if (params[param] === undefined) continue
    throw invalidRequest(`You can not update \`${param}\` when \`ui_mode\` is \`hosted_page\`.`, { param })
  }
}
