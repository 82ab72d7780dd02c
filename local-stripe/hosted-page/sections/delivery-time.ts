// How long a delivery takes, in words: `3–5 business days`.
import type { ShippingRate } from '../../store/stripe-types.ts'
import type { Messages } from '../locales/english.ts'
import { fill } from '../text.ts'

type Estimate = NonNullable<ShippingRate['delivery_estimate']>
type Bound = NonNullable<Estimate['minimum']>

/** A delivery estimate in the page's language; null when there is none. */
export function deliveryTime(estimate: Estimate | null, messages: Messages): string | null {
  if (estimate === null) return null
  const { minimum, maximum } = estimate
  if (minimum !== null && maximum !== null) return between(minimum, maximum, messages)
  if (minimum !== null) return fill(messages.atLeast, { time: duration(minimum, messages) })
  return maximum && fill(messages.upTo, { time: duration(maximum, messages) })
}

function between(minimum: Bound, maximum: Bound, messages: Messages): string {
  if (minimum.unit !== maximum.unit) return `${duration(minimum, messages)} – ${duration(maximum, messages)}`
  if (minimum.value === maximum.value) return duration(minimum, messages)
  const { moneyLocale } = messages
  if (minimum.unit !== 'business_day')
    return unitFormat(minimum, moneyLocale).formatRange(minimum.value, maximum.value)
  const count = new Intl.NumberFormat(moneyLocale).formatRange(minimum.value, maximum.value)
  return fill(messages.businessDaysOther, { count })
}

function duration({ unit, value }: Bound, messages: Messages): string {
  const { moneyLocale } = messages
  if (unit !== 'business_day') return unitFormat({ unit }, moneyLocale).format(value)
  const one = new Intl.PluralRules(moneyLocale).select(value) === 'one'
  const count = new Intl.NumberFormat(moneyLocale).format(value)
  return fill(one ? messages.businessDaysOne : messages.businessDaysOther, { count })
}

function unitFormat({ unit }: Pick<Bound, 'unit'>, locale: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
}
