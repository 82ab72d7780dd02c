// A payment method by its id. Stripe's test ids (https://docs.stripe.com/testing) stand for a new one at every use:
// `pm_card_visa`, `pm_usBankAccount_success`, `pm_sepaDebit_success_de`.
import type { Account } from '../../account.ts'
import { invalidRequest, StripeError } from '../../api/stripe-error.ts'
import type { PaymentMethod } from '../../store/stripe-types.ts'
import { insertPaymentMethod, type BillingDetails } from '../insert-payment-method.ts'
import { cardChoice } from '../methods/card.ts'
import type { MethodChoice } from '../methods/method.ts'
import { debitChoice } from '../methods/sepa-debit.ts'
import { bankAccountChoice } from '../methods/us-bank-account.ts'
import { findBankAccountByName } from '../test-values/test-bank-accounts.ts'
import { findCardByName } from '../test-values/test-cards.ts'
import { findIbanByName } from '../test-values/test-ibans.ts'
import { usualExpiry } from './choose-card.ts'
import { changedBilling } from './method-fields.ts'

/** The payment method of a URL. Throws Stripe's 404. */
export function methodAt(account: Account, id: string): PaymentMethod {
  const method = findMethodById(account, id)
  if (method !== null) return method
  const message = `No such PaymentMethod: '${id}'`
  throw new StripeError({ status: 404, code: 'resource_missing', message, param: 'payment_method' })
}

/** The payment method that a parameter names. Throws Stripe's 400. */
export function methodToUse(account: Account, id: string): PaymentMethod {
  const method = findMethodById(account, id)
  if (method !== null) return method
  const message = `No such PaymentMethod: '${id}'`
  throw invalidRequest(message, { code: 'resource_missing', param: 'payment_method' })
}

function findMethodById(account: Account, id: string): PaymentMethod | null {
  const choice = testChoice(account, id)
  if (choice === null) return account.store.find('payment_method', id)
  return insertPaymentMethod(account, choice, { billing: testBilling(choice) })
}

function testChoice(account: Account, id: string): MethodChoice | null {
  const card = id.startsWith('pm_card_') ? findCardByName(id.slice('pm_card_'.length)) : null
  if (card !== null) return cardChoice(card, usualExpiry(account))
  const bank = id.startsWith('pm_usBankAccount_')
    ? findBankAccountByName(id.slice('pm_usBankAccount_'.length))
    : null
  if (bank !== null) return bankAccountChoice(bank)
  const iban = id.startsWith('pm_') ? findIbanByName(id.replace(/^pm_(sepaDebit_)?/, '')) : null
  return iban && debitChoice(iban)
}

/** A test card is nobody's; a test account has somebody who owns it. */
function testBilling(choice: MethodChoice): BillingDetails {
  if (choice.type === 'card') return changedBilling(null, undefined)
  const email = 'jenny.rosen@example.com'
  return { ...changedBilling(null, undefined), email, name: 'Jenny Rosen' }
}
