// The sentence for a change that cannot be made. Stripe's page says little about codes, so that nobody tries them out.
import type { StripeError } from '../api/stripe-error.ts'
import type { MessageKey } from './locales/english.ts'
import type { Words } from './locales/languages.ts'
import { fill } from './text.ts'

/** What the page says beside a field whose change was refused. */
export function changeError({ details }: StripeError, field: string, messages: Words): string {
  const aboutCode = field === 'promotionCode' && details.code !== 'amount_too_small'
  return aboutCode ? messages[codeFault(details)] : fill(messages.notPossible, { reason: details.message })
}

function codeFault({ code, message }: StripeError['details']): MessageKey {
  if (/used up|maximum number of times/.test(message)) return 'promotionUsed'
  if (code === 'coupon_expired' || /expired/.test(message)) return 'promotionExpired'
  return /minimum purchase/.test(message) ? 'promotionMinimum' : 'promotionInvalid'
}
