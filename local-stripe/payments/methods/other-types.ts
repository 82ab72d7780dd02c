import type { Stripe } from 'stripe'
import { methodTypes } from './method.ts'

/** Every payment method that Stripe has and Local Stripe has not. */
const others = [
  ...(['acss_debit', 'affirm', 'afterpay_clearpay', 'alma', 'amazon_pay', 'au_becs_debit'] as const),
  ...(['bacs_debit', 'bancontact', 'billie', 'bizum', 'blik', 'boleto', 'cashapp', 'crypto'] as const),
  ...(['custom', 'customer_balance', 'eps', 'fpx', 'giropay', 'grabpay', 'ideal', 'kakao_pay'] as const),
  ...(['klarna', 'kr_card', 'link', 'mb_way', 'mobilepay', 'naver_pay', 'nz_bank_account'] as const),
  ...(['oxxo', 'p24', 'pay_by_bank', 'payco', 'paynow', 'paypal', 'paypay', 'payto', 'pix'] as const),
  ...(['promptpay', 'revolut_pay', 'samsung_pay', 'satispay', 'scalapay', 'sequra'] as const),
  ...(['sofort', 'sunbit', 'swish', 'twint', 'upi', 'zip'] as const),
] satisfies Stripe.PaymentMethodCreateParams.Type[]

/** Whether Stripe has a payment method of this type. */
export function isKnownType(type: string): boolean {
  return [...methodTypes, ...others].some((one) => one === type)
}
