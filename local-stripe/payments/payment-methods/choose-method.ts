// From parameters to a payment method that may be made. Only Stripe's test values: whatever could be a real card or a
// real account is refused before anything is written.
import type { Account } from '../../account.ts'
import { invalidRequest, missing, notImitated } from '../../api/stripe-error.ts'
import type { MethodChoice } from '../methods/method.ts'
import { findMethod, methodOf } from '../methods/methods.ts'
import { isKnownType } from '../methods/other-types.ts'
import { debitChoice, plainIban } from '../methods/sepa-debit.ts'
import { bankAccountChoice } from '../methods/us-bank-account.ts'
import { findBankAccount, testRoutingNumber } from '../test-values/test-bank-accounts.ts'
import { findTestIban, unusableIban } from '../test-values/test-ibans.ts'
import { chooseCard } from './choose-card.ts'
import type { MethodData } from './method-fields.ts'

/** The choice that parameters make; `path` is where they stand. Throws Stripe's 400s and 402s. */
export function chooseMethod(account: Account, data: MethodData, path = ''): MethodChoice {
  const at = (name: string) => (path === '' ? name : `${path}[${name}]`)
  if (data.type === undefined) throw missing(at('type'))
  const method = findMethod(data.type)
  if (method === null) throw unknownType(data.type, at('type'))
  checkBilling(data, at('billing_details'))
  switch (method.type) {
    case 'card':
      return chooseCard(account, data.card, at('card'))
    case 'sepa_debit':
      return chooseIban(data.sepa_debit?.iban, at('sepa_debit'))
    case 'us_bank_account':
      return chooseBankAccount(data.us_bank_account, at('us_bank_account'))
    case 'konbini':
    case 'multibanco':
    case 'alipay':
    case 'wechat_pay':
    default:
      return choiceWithoutNumber(method.type)
  }
}

/** Vouchers and wallets hold nothing of their own. */
function choiceWithoutNumber(type: string): MethodChoice {
  const read = methodOf(type).read({}, 0)
  if (!read.ok) throw new Error(`A ${type} payment method wants something typed in.`)
  return read.choice
}

function unknownType(type: string, param: string): Error {
  if (isKnownType(type)) return notImitated(`the payment method ${type}`, param)
  return invalidRequest(`Invalid ${param}: ${type} is not a type of payment method.`, { param })
}

function chooseIban(given: string | undefined, path: string): MethodChoice {
  const param = `${path}[iban]`
  if (given === undefined) throw missing(param)
  const iban = plainIban(given)
  if (iban === unusableIban) {
    const message = 'The bank account provided can not be used. Please use a different bank account.'
    throw invalidRequest(message, { code: 'bank_account_unusable', param })
  }
  const found = findTestIban(iban)
  if (found !== null) return debitChoice(found)
  throw noTestValue('IBANs', 'https://docs.stripe.com/payments/sepa-debit/accept-a-payment', param)
}

function chooseBankAccount(data: MethodData['us_bank_account'], path: string): MethodChoice {
  const { account_number, routing_number, account_holder_type, account_type } = data ?? {}
  if (account_number === undefined) throw missing(`${path}[account_number]`)
  if (routing_number === undefined) throw missing(`${path}[routing_number]`)
  if (account_holder_type === undefined) throw missing(`${path}[account_holder_type]`)
  const found = findBankAccount(account_number)
  const page = 'https://docs.stripe.com/payments/ach-direct-debit/accept-a-payment'
  if (routing_number !== testRoutingNumber) {
    throw noTestValue('routing numbers', page, `${path}[routing_number]`)
  }
  if (found === null) throw noTestValue('account numbers', page, `${path}[account_number]`)
  return bankAccountChoice(found, { account_holder_type, ...(account_type && { account_type }) })
}

function noTestValue(what: string, page: string, param: string): Error {
  const message = `This is not one of Stripe's test ${what} (${page}). Local Stripe takes no real account, and has not kept this one.`
  return invalidRequest(message, { code: 'payment_method_invalid_parameter_testmode', param })
}

/** Who pays has to be said where a mandate or a voucher is made out. */
const wanted: Partial<Record<string, readonly ('email' | 'name')[]>> = {
  sepa_debit: ['name', 'email'],
  us_bank_account: ['name'],
  konbini: ['name', 'email'],
  multibanco: ['email'],
}

function checkBilling(data: MethodData, path: string): void {
  const absent = wanted[data.type ?? '']?.find((name) => !data.billing_details?.[name])
  if (absent !== undefined) throw missing(`${path}[${absent}]`)
}
