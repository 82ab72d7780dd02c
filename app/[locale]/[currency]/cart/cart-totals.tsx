import { settings } from '#env'
import { daysText } from '../../../_lib/days-text'
import type { PageMarket } from '../../../_lib/page-market'
import { type Delivery, type Totals, totalText } from './totals'

/** Goods, delivery and total, and what else there is to know of them before paying. */
export function CartTotals({ totals, market }: { totals: Totals; market: PageMarket }) {
  const { t, price } = market
  const { tax, promotionCodes } = settings()
  const { subtotal, deliveries, cheapest, isLeast } = totals
  const least = (amount: string) => (isLeast ? t('cart.from', { amount }) : amount)
  return (
    <>
      {cheapest && (
        <>
          <p>
            <span>{t('cart.subtotal')}</span> <span className="price">{price(subtotal)}</span>
          </p>
          <p>
            <span>{t('cart.delivery')}</span>{' '}
            <span className="price">
              {cheapest.cost === 0 ? t('cart.delivery-free') : least(price(cheapest.cost))}
            </span>
          </p>
          <ul className="quiet">
            {deliveries.map((delivery) => (
              <li key={delivery.key}>{deliveryText(delivery, market)}</li>
            ))}
            <FreeDelivery cheapest={cheapest} subtotal={subtotal} market={market} />
          </ul>
        </>
      )}
      <p className="total">
        <span>{t('cart.total')}</span> <strong>{totalText(totals, market)}</strong>
      </p>
      <p className="quiet">{t(tax === 'none' ? 'cart.tax-included' : 'cart.tax-later')}</p>
      {promotionCodes === 'on' && <p className="quiet">{t('cart.discounts')}</p>}
    </>
  )
}

interface FreeDeliveryProps {
  readonly cheapest: Delivery
  readonly subtotal: number
  readonly market: PageMarket
}

function FreeDelivery({ cheapest: { freeFrom }, subtotal, market: { t, price } }: FreeDeliveryProps) {
  if (freeFrom === null || subtotal >= freeFrom) return null
  return <li>{t('cart.delivery-left', { from: price(freeFrom), missing: price(freeFrom - subtotal) })}</li>
}

function deliveryText(delivery: Delivery, market: PageMarket): string {
  const { name, days } = delivery
  const { locale, t } = market
  return t('cart.delivery-rate', {
    name: name[locale],
    amount: costText(delivery, market),
    days: daysText(days, t),
  })
}

function costText({ cost }: Delivery, { t, price }: PageMarket): string {
  return cost === 0 ? t('cart.delivery-free') : price(cost)
}
