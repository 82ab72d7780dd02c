// What the shopper agrees to.
import { html, type Html } from '../html.ts'
import type { Shown } from '../shown.ts'
import { withLinks } from './custom-text.ts'
import { checkbox } from './fields.ts'

export const termsBox = 'termsOfServiceConsentCheckbox'
export const promotionsBox = 'promotionsConsentCheckbox'
export const linkBox = 'enableStripePass'

/** The boxes to tick, where the shop asks for them. */
export function consentSection(shown: Shown): Html {
  const { session, messages } = shown
  const { terms_of_service: terms, promotions } = session.consent_collection ?? {}
  const own = session.custom_text?.terms_of_service_acceptance
  const label = own ? html`${withLinks(own.message)}` : messages.terms
  return html`<div class="group consent">
    ${offersLink(shown) && checkbox(shown, { id: linkBox, label: messages.stripePass })}
    ${promotions === 'auto' && checkbox(shown, { id: promotionsBox, label: messages.promotions })}
    ${terms === 'required' && checkbox(shown, { id: termsBox, label })}
  </div>`
}

/** Stripe's page offers to remember a card (Link). Here the box is there for suites that untick it, and stays so. */
function offersLink({ session }: Shown): boolean {
  const withCard = session.payment_method_types.includes('card') && session.amount_total !== 0
  return withCard && session.wallet_options?.link?.display !== 'never'
}
