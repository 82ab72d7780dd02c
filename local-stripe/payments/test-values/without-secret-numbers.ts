// What may be the number of a real card or account is not kept, not even in the log of requests.
import { findBankAccount } from './test-bank-accounts.ts'
import { findTestCard } from './test-cards.ts'
import { findTestIban } from './test-ibans.ts'

const secret = /((?:\[|%5B)(?:account_number|iban|number)(?:\]|%5D)=)([^&]+)/gi

/** A form body with the numbers left out that are none of Stripe's test numbers. */
export function withoutSecretNumbers(body: string): string {
  return body.replaceAll(secret, (all: string, name: string, typed: string) => {
    const value = plain(typed)
    const isTest = findTestCard(value) ?? findBankAccount(value) ?? findTestIban(value)
    return isTest ? all : `${name}[hidden]`
  })
}

function plain(typed: string): string {
  return typed.replaceAll(/%20|[\s+-]/g, '').toUpperCase()
}
