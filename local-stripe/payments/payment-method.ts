// A payment method as the page hands it over: never a number, only what Stripe shows of it afterwards.
import { createHash } from 'node:crypto'
import { seconds, type Account } from '../account.ts'
import type { Shopper } from '../checkout/shopper.ts'
import { newId } from '../store/new-id.ts'
import type { PaymentMethod, PaymentMethodDetails } from '../store/stripe-types.ts'
import type { Brand } from './test-cards.ts'

export type CardDraft = {
  type: 'card'
  brand: Brand
  country: string
  funding: string
  last4: string
  exp_month: number
  exp_year: number
  fingerprint: string
}
export type DebitDraft = {
  type: 'sepa_debit'
  country: string
  bank_code: string
  last4: string
  fingerprint: string
}
export type PaymentMethodDraft = CardDraft | DebitDraft

/** Stores the payment method that a shopper paid with. */
export function insertPaymentMethod(
  account: Account,
  draft: PaymentMethodDraft,
  shopper: Shopper,
): PaymentMethod {
  const method: PaymentMethod = {
    id: newId('pm_1', 23),
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: billingDetails(shopper),
    created: seconds(account),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: draft.type,
    ...methodPart(draft),
  }
  account.store.insert('payment_method', method)
  return method
}

/** Who is billed, as it stands on payment methods and charges. */
export function billingDetails(shopper: Shopper) {
  return {
    address: shopper.address,
    email: shopper.email,
    name: shopper.name,
    phone: shopper.phone,
    tax_id: null,
  }
}

/** How the payment was made, as it stands on a charge. */
export function methodDetails(draft: PaymentMethodDraft, payment: Payment): PaymentMethodDetails {
  return draft.type === 'card' ? cardDetails(draft, payment) : debitDetails(draft)
}

/** A stand-in for the fingerprint of a card or an account: the same for the same number, and no way back from it. */
export function fingerprintOf(secretNumber: string): string {
  const hash = createHash('sha256').update(`fingerprint ${secretNumber}`).digest('base64')
  return hash.replaceAll(/[+/=]/g, '').slice(0, 16)
}

type Payment = { amount: number; authenticated: boolean; cvcCheck: string; postalCode: string | null }

function methodPart(draft: PaymentMethodDraft): Pick<PaymentMethod, 'card' | 'sepa_debit'> {
  if (draft.type === 'card') return { card: cardPart(draft) }
  const { country, bank_code, last4, fingerprint } = draft
  const generated = { charge: null, setup_attempt: null }
  return {
    sepa_debit: { bank_code, branch_code: '', country, fingerprint, generated_from: generated, last4 },
  }
}

function cardPart(draft: CardDraft): NonNullable<PaymentMethod['card']> {
  const { type: _type, ...shown } = draft
  return {
    ...shown,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    display_brand: draft.brand,
    generated_from: null,
    networks: { available: [draft.brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  }
}

function cardDetails(draft: CardDraft, payment: Payment): PaymentMethodDetails {
  const { type: _type, ...shown } = draft
  return {
    type: 'card',
    card: {
      ...shown,
      amount_authorized: payment.amount,
      authorization_code: null,
      checks: {
        address_line1_check: null,
        address_postal_code_check: payment.postalCode === null ? null : 'pass',
        cvc_check: payment.cvcCheck,
      },
      electronic_commerce_indicator: null,
      installments: null,
      mandate: null,
      network: draft.brand,
      network_token: { used: false },
      network_transaction_id: null,
      regulated_status: 'unregulated',
      three_d_secure: payment.authenticated ? challenged : null,
      transaction_link_id: null,
      wallet: null,
    },
  }
}

const challenged = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
} as const

function debitDetails(draft: DebitDraft): PaymentMethodDetails {
  const { bank_code, country, fingerprint, last4 } = draft
  const mandate = newId('mandate_1', 23)
  return {
    type: 'sepa_debit',
    sepa_debit: { bank_code, branch_code: '', country, fingerprint, last4, mandate },
  }
}
