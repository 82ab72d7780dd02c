// The promotion code: a field to type one in, or the one that is applied with a button to remove it.
import { sessionDetails } from '../../checkout/session-details.ts'
import type { Coupon } from '../../store/stripe-types.ts'
import { html, type Html } from '../html.ts'
import { errorState, errorText } from '../sections/fields.ts'
import type { Shown } from '../shown.ts'
import { fill, percent, price } from '../text.ts'

/** The discount of the order, or the field for a code where the shop takes them. */
export function promotionSection(shown: Shown): Html | null {
  const { account, session } = shown
  const { discount } = sessionDetails(account, session.id)
  if (discount !== null) {
    const name = discount.promotionCode?.code ?? discount.coupon.name ?? discount.coupon.id
    return applied(shown, { name, coupon: discount.coupon })
  }
  return session.allow_promotion_codes ? entry(shown) : null
}

function entry(shown: Shown): Html {
  const { messages, filled } = shown
  return html`<div class="promotion PromotionCodeEntry">
    <div class="promotion-entry">
      <input
        id="promotionCode"
        name="promotionCode"
        form="payment"
        value="${filled.values['promotionCode'] ?? ''}"
        placeholder="${messages.addPromotionCode}"
        aria-label="${messages.addPromotionCode}"
        autocomplete="off"
        data-enter="apply-promotion"
        ${errorState(shown, 'promotionCode')}
      />
      <button
        class="small PromotionCodeEntry-applyButton"
        form="payment"
        name="change"
        value="apply-promotion"
      >
        ${messages.apply}
      </button>
    </div>
    ${errorText(shown, 'promotionCode')}
  </div>`
}

function applied(shown: Shown, { name, coupon }: { name: string; coupon: Coupon }): Html {
  const { session, messages } = shown
  const amount = price(-(session.total_details?.amount_discount ?? 0), session.currency, messages)
  const label = fill(messages.removeCode, { code: name })
  return html`<div class="total-row AppliedDiscount">
    <span>
      <span class="code">${name}</span>
      ${
        session.allow_promotion_codes &&
        html`<button
          class="link AppliedDiscount-removeButton"
          form="payment"
          name="change"
          value="remove-promotion"
          aria-label="${label}"
        >
          ${messages.remove}
        </button>`
      }
      <span class="item-note">${worth(shown, coupon)}</span>
    </span>
    <span data-testid="order-details-footer-discount-amount">${amount}</span>
  </div>`
}

function worth({ session, messages }: Shown, coupon: Coupon): string {
  if (coupon.percent_off !== null) {
    return fill(messages.percentOff, { percent: percent(coupon.percent_off, messages) })
  }
  const amount = coupon.currency_options?.[session.currency ?? '']?.amount_off ?? coupon.amount_off ?? 0
  return fill(messages.amountOff, { amount: price(amount, session.currency, messages) })
}
