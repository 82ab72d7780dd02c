import { amountRefunded, type Order } from '#domain/orders/order'
import type { Translate } from '../_lib/translate'

interface OrderSumsProps {
  readonly order: Order
  readonly t: Translate
  /** Minor units as the reader writes money. */
  readonly price: (amount: number) => string
}

/** What an order came to, as it was charged, and what of it was given back. */
export function OrderSums({ order, t, price }: OrderSumsProps) {
  const refunded = amountRefunded(order)
  return (
    <dl className="order-sums">
      <div className="charged">
        <dt>{t('order.total')}</dt>
        <dd>{price(order.total)}</dd>
      </div>
      {refunded > 0 && (
        <div>
          <dt>{t('order.refunded')}</dt>
          <dd>{price(refunded)}</dd>
        </div>
      )}
    </dl>
  )
}
