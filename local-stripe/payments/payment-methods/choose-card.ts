// The card of parameters: one of Stripe's test numbers, or a test token that stands for one.
import type { Account } from '../../account.ts'
import { invalidRequest, missing, StripeError } from '../../api/stripe-error.ts'
import { cardChoice, type Expiry } from '../methods/card.ts'
import type { MethodChoice } from '../methods/method.ts'
import { findCardByName, findTestCard, hasValidChecksum, type TestCard } from '../test-values/test-cards.ts'
import type { MethodData } from './method-fields.ts'

/** The choice of a card or of a token, `tok_visa`. Throws Stripe's 400s, and 402s for what no card can be. */
export function chooseCard(account: Account, data: MethodData['card'], path: string): MethodChoice {
  if (data === undefined) throw missing(path)
  if (data.token !== undefined) return chooseToken(account, data.token, `${path}[token]`)
  const { number, exp_month, exp_year, cvc } = data
  if (number === undefined) throw missing(`${path}[number]`)
  if (exp_month === undefined) throw missing(`${path}[exp_month]`)
  if (exp_year === undefined) throw missing(`${path}[exp_year]`)
  const found = readNumber(number)
  const expiry = readExpiry(account, { month: exp_month, year: exp_year })
  if (cvc !== undefined && !(found.brand === 'amex' ? /^\d{3,4}$/ : /^\d{3}$/).test(cvc)) {
    throw wrongCard('invalid_cvc', "Your card's security code is invalid.", 'cvc')
  }
  return cardChoice(found, expiry, cvc !== undefined)
}

/** A year from now, as Stripe's own test payment methods have it. */
export function usualExpiry(account: Account): Expiry {
  const now = new Date(account.clock())
  return { month: now.getUTCMonth() + 1, year: now.getUTCFullYear() + 1 }
}

function chooseToken(account: Account, token: string, param: string): MethodChoice {
  const found = token.startsWith('tok_') ? findCardByName(token.slice(4)) : null
  if (found !== null) return cardChoice(found, usualExpiry(account))
  throw invalidRequest(`No such token: '${token}'`, { code: 'resource_missing', param })
}

function readNumber(typed: string): TestCard {
  const number = typed.replaceAll(/[\s-]/g, '')
  const found = findTestCard(number)
  if (found !== null) return found
  if (!/^\d{12,19}$/.test(number) || !hasValidChecksum(number)) {
    throw wrongCard('incorrect_number', 'Your card number is incorrect.', 'number')
  }
  throw new StripeError({
    status: 402,
    type: 'card_error',
    code: 'card_declined',
    message:
      'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test ' +
      'cards, visit: https://stripe.com/docs/testing.',
    param: 'number',
    more: { decline_code: 'test_mode_live_card' },
  })
}

function readExpiry(account: Account, given: Expiry): Expiry {
  const { month } = given
  if (month < 1 || month > 12) {
    throw wrongCard('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month')
  }
  const year = given.year < 100 ? 2000 + given.year : given.year
  const now = new Date(account.clock()).getUTCFullYear()
  if (year < now || year > now + 50) {
    throw wrongCard('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year')
  }
  if (Date.UTC(year, month) <= account.clock()) {
    throw wrongCard('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month')
  }
  return { month, year }
}

function wrongCard(code: string, message: string, param: string): StripeError {
  return new StripeError({ status: 402, type: 'card_error', code, message, param })
}
