// Parameters that the newest types lack and Stripe still knows: those that it took away from newer versions, and those
// that it names in a refusal of their own. `until` is the first version that takes them no more; a request that names no
// version has the account's, which takes them all.
import type { ParameterTypes } from './parameter-types.ts'

export type OlderParameters = { of: string; until?: string; parameters: ParameterTypes }

const methodTypes = { payment_method_types: { '[]': 'string' } } as const

const singleDiscount = { coupon: 'string', promotion_code: 'string' } as const

/** By the type that they are added to. */
export const olderParameters: readonly OlderParameters[] = [
  // https://docs.stripe.com/changelog/endive/2026-09-30
  { of: 'Checkout.SessionCreateParams', until: '2026-09-30', parameters: methodTypes },
  // https://docs.stripe.com/changelog/dahlia/2026-03-25
  {
    of: 'Checkout.SessionCreateParams',
    until: '2026-03-25',
    parameters: {
      ui_mode: ['custom', 'elements', 'embedded', 'embedded_page', 'form', 'hosted', 'hosted_page'],
    },
  },
  // https://docs.stripe.com/upgrades#2022-08-01: newer versions refuse them in words of their own.
  {
    of: 'Checkout.SessionCreateParams.LineItem',
    parameters: {
      amount: 'integer',
      currency: 'string',
      description: 'string',
      images: { '[]': 'string' },
      name: 'string',
    },
  },
  // Refused with payment_method_types_no_longer_supported from 2026-09-30 on.
  { of: 'PaymentIntentCreateParams', parameters: methodTypes },
  { of: 'PaymentIntentUpdateParams', parameters: methodTypes },
  { of: 'PaymentIntentConfirmParams', parameters: methodTypes },
  // Test tokens go where Stripe's types, for the safety of real cards, name no card.
  {
    of: 'PaymentIntentConfirmParams.PaymentMethodData',
    parameters: { card: '#PaymentMethodCreateParams.Card', type: 'string' },
  },
  // The Stripe CLI still sends it for payment_intent.partially_funded.
  {
    of: 'Checkout.SessionCreateParams.PaymentMethodOptions.CustomerBalance.BankTransfer',
    parameters: {
      type: [
        'eu_bank_transfer',
        'gb_bank_transfer',
        'jp_bank_account',
        'jp_bank_transfer',
        'mx_bank_transfer',
        'us_bank_transfer',
      ],
    },
  },
  // https://docs.stripe.com/changelog/basil/2025-03-31/deprecate-singular-coupon-promotion-code
  { of: 'CustomerCreateParams', until: '2025-03-31', parameters: singleDiscount },
  { of: 'CustomerUpdateParams', until: '2025-03-31', parameters: singleDiscount },
  // https://docs.stripe.com/changelog/clover/2025-09-30: it is `promotion[coupon]` now.
  { of: 'PromotionCodeCreateParams', until: '2025-09-30', parameters: { coupon: 'string' } },
]
