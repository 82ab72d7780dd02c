import type { ShippingRate } from '#domain/shipping/shipping-rate'
import type { Translate } from './translate.ts'

/** How long a parcel takes, in working days: "3–6 working days", "1 working day". */
export function daysText({ from, to }: ShippingRate['days'], t: Translate): string {
  return t('help.delivery.days', { from, to, span: to - from })
}
