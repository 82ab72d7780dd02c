// Stripe's test cards (https://docs.stripe.com/testing) and what becomes of a payment with each. Any other number is
// refused before anything is written: a real card must never end up in a pretend Stripe.
import { ordinary, type Aftermath } from './charge-plan.ts'
import type { DeclineReason } from './declines.ts'

export type Brand = 'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay'
export type TestCard = {
  number: string
  brand: Brand
  country: string
  funding: 'credit' | 'debit' | 'prepaid'
  /** Whether the bank asks the shopper before `outcome` comes about. */
  challenge: boolean
  outcome: 'success' | DeclineReason
  aftermath: Aftermath
}

const successes: [number: string, brand: Brand, country?: string, funding?: TestCard['funding']][] = [
  ['4242424242424242', 'visa'],
  ['4000056655665556', 'visa', 'US', 'debit'],
  ['5555555555554444', 'mastercard'],
  ['2223003122003222', 'mastercard'],
  ['5200828282828210', 'mastercard', 'US', 'debit'],
  ['5105105105105100', 'mastercard', 'US', 'prepaid'],
  ['378282246310005', 'amex'],
  ['371449635398431', 'amex'],
  ['6011111111111117', 'discover'],
  ['6011000990139424', 'discover'],
  ['6011981111111113', 'discover', 'US', 'debit'],
  ['3056930009020004', 'diners'],
  ['36227206271667', 'diners'],
  ['3566002020360505', 'jcb', 'JP'],
  ['6200000000000005', 'unionpay', 'CN'],
  ['6205500000000000004', 'unionpay', 'CN'],
  ['4000001240000000', 'visa', 'CA'],
  ['4000001560000002', 'visa', 'CN'],
  ['4000002500000003', 'visa', 'FR'],
  ['4000002760000016', 'visa', 'DE'],
  ['4000003440000004', 'visa', 'HK'],
  ['4000003920000003', 'visa', 'JP'],
  ['4000007020000003', 'visa', 'SG'],
  ['4000008260000000', 'visa', 'GB'],
  ['4000000000003055', 'visa'],
]

const declines: [number: string, outcome: DeclineReason][] = [
  ['4000000000000002', 'generic_decline'],
  ['4000000000009995', 'insufficient_funds'],
  ['4000000000009987', 'lost_card'],
  ['4000000000009979', 'stolen_card'],
  ['4000000000000069', 'expired_card'],
  ['4000000000000127', 'incorrect_cvc'],
  ['4000000000000119', 'processing_error'],
  ['4000000000006975', 'card_velocity_exceeded'],
  ['4000000000000341', 'generic_decline'],
  ['4000008400001280', 'generic_decline'],
  ['4100000000000019', 'blocked'],
]

const challenges: [number: string, country: string, outcome: TestCard['outcome']][] = [
  ['4000002500003155', 'FR', 'success'],
  ['4000002760003184', 'DE', 'success'],
  ['4000003800000446', 'IE', 'success'],
  ['4000000000003220', 'US', 'success'],
  ['4000008400001629', 'US', 'generic_decline'],
  ['4000008260003178', 'GB', 'insufficient_funds'],
]

const aftermaths: [number: string, aftermath: Partial<Aftermath>][] = [
  ['4000000000007726', { refunds: 'pending_first' }],
  ['4000000000005126', { refunds: 'fail_later' }],
  ['4000000000000259', { disputes: ['fraudulent'] }],
  ['4000000000002685', { disputes: ['product_not_received'] }],
  ['4000000000001976', { disputes: ['inquiry'] }],
  ['4000000404000079', { disputes: ['fraudulent', 'fraudulent'] }],
]

const plain = {
  brand: 'visa',
  country: 'US',
  funding: 'credit',
  challenge: false,
  aftermath: ordinary,
} as const
const all: TestCard[] = [
  ...successes.map(([number, brand, country = 'US', funding = 'credit']) =>
    succeeding({ number, brand, country, funding }),
  ),
  ...declines.map(([number, outcome]) => ({ ...plain, number, outcome })),
  ...challenges.map(([number, country, outcome]) => ({
    ...plain,
    number,
    country,
    outcome,
    challenge: true,
  })),
  ...aftermaths.map(([number, aftermath]) => ({
    ...plain,
    number,
    outcome: 'success' as const,
    aftermath: { ...ordinary, ...aftermath },
  })),
]
const byNumber = new Map(all.map((card) => [card.number, card]))

function succeeding(card: Pick<TestCard, 'number' | 'brand' | 'country' | 'funding'>): TestCard {
  return { ...plain, ...card, outcome: 'success' }
}

/** The test card of a number (digits only), or null when it is not one. */
export function findTestCard(number: string): TestCard | null {
  return byNumber.get(number) ?? null
}

/** Whether the last digit of a card number fits the others (Luhn). */
export function hasValidChecksum(number: string): boolean {
  const sum = Array.from(number)
    .toReversed()
    .reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}
