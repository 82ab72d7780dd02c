import type { Variant } from '#domain/catalogue/product'
import { cheapestRate, shippingAmount, type ShippingRate } from '#domain/shipping/shipping-rate'
import { listShippingRates } from '#domain/shipping/shipping-store'
import { daysText } from '../../../../_lib/days-text'
import type { PageMarket } from '../../../../_lib/page-market'

/** What a shopper wants to know before buying: delivery, returns, and how it is paid. */
export async function Promises({ variant, market }: { variant: Variant; market: PageMarket }) {
  const { currency, t, href } = market
  const subtotal = variant.prices[currency] ?? 0
  const rate = cheapestRate(await listShippingRates(currency), subtotal)
  return (
    <ul className="promises">
      {rate && (
        <li>
          {deliveryText(rate, { subtotal, market })}{' '}
          <a href={href('/help/delivery')}>{t('product.delivery')}</a>
        </li>
      )}
      <li>
        {t('product.returns')} <a href={href('/help/returns')}>{t('product.returns.more')}</a>
      </li>
      <li>{t('product.payment')}</li>
    </ul>
  )
}

interface Delivery {
  readonly subtotal: number
  readonly market: PageMarket
}

function deliveryText(rate: ShippingRate, { subtotal, market: { t, price } }: Delivery): string {
  const amount = shippingAmount(rate, subtotal)
  const days = daysText(rate.days, t)
  if (amount === 0) return t('product.delivery.free', { days })
  const values = { price: price(amount), days }
  return rate.freeFrom === null
    ? t('product.delivery.always', values)
    : t('product.delivery.below', { ...values, free: price(rate.freeFrom) })
}
