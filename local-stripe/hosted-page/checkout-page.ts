// The page at a session's `url`: the order on one side, the payment on the other, with Stripe's own element ids and
// test ids, so that a browser test written for one runs on the other. Everything belongs to one form, wherever it
// stands, so that no button loses what another field holds.
import type { Reply } from '../http/reply.ts'
import type { Session } from '../store/stripe-types.ts'
import { hasBrand, shopName } from './brand.ts'
import { html, type Html } from './html.ts'
import type { Messages } from './locales/english.ts'
import { page } from './page.ts'
import { consentSection } from './sections/consent.ts'
import { contactSection } from './sections/contact.ts'
import { customFieldsSection } from './sections/custom-fields.ts'
import { customText } from './sections/custom-text.ts'
import { methodsSection } from './sections/methods.ts'
import { shippingSection } from './sections/shipping.ts'
import { taxIdSection } from './sections/tax-id.ts'
import type { Shown } from './shown.ts'
import { orderSummary } from './summary/order-summary.ts'
import { testValues } from './test-values.ts'
import { fill, price } from './text.ts'

/** The checkout of an open session, as filled in so far. */
export function checkoutPage(shown: Shown, status = 200): Reply {
  const { session, messages } = shown
  const main = html`<div class="checkout">
    <button class="default-button" form="payment" tabindex="-1" aria-hidden="true"></button>
    ${orderSummary(shown)}
    <main class="payment">
      <form
        id="payment"
        class="PaymentForm-form"
        method="post"
        action="/c/pay/${session.id}"
        autocomplete="on"
        novalidate
      >
        ${alert(shown)} ${contactSection(shown)} ${shippingSection(shown)} ${customFieldsSection(shown)}
        ${methodsSection(shown)} ${taxIdSection(shown)} ${consentSection(shown)} ${submitSection(shown)}
      </form>
      ${testValues(shown)}
    </main>
  </div>`
  const style = hasBrand(session) ? `/c/pay/${session.id}/brand.css` : null
  return page({ title: shopName(session) ?? messages.checkout, messages, main, status, style })
}

function alert({ filled }: Shown): Html {
  const alone = Object.keys(filled.errors).length === 0
  return html`<div data-part="alert">
    ${filled.alert !== null && html`<p class="alert" role="alert" tabindex="-1" ${alone && html`autofocus`}>${filled.alert}</p>`}
  </div>`
}

/** The amount that the shopper has seen goes along: nobody pays another one. */
function submitSection({ session, messages }: Shown): Html {
  return html`<div data-part="submit">
    ${customText(session.custom_text?.submit)}
    <input type="hidden" name="amountShown" value="${session.amount_total ?? 0}" />
    <button
      class="submit SubmitButton SubmitButton--complete"
      type="submit"
      data-testid="hosted-payment-submit-button"
      data-busy="${messages.processing}"
    >
      <span class="SubmitButton-IconContainer"
        ><span class="SubmitButton-TextContainer">${submitLabel(session, messages)}</span></span
      >
    </button>
    ${customText(session.custom_text?.after_submit)}
  </div>`
}

function submitLabel(session: Session, messages: Messages): string {
  const amount = session.amount_total ?? 0
  if (amount === 0) return messages.placeOrder
  return fill(verb(session, messages), { amount: price(amount, session.currency, messages) })
}

function verb(session: Session, messages: Messages): string {
  switch (session.submit_type) {
    case 'book':
      return messages.book
    case 'donate':
      return messages.donate
    case 'subscribe':
      return messages.subscribe
    case 'pay':
    case 'auto':
    case null:
    default:
      return messages.pay
  }
}
