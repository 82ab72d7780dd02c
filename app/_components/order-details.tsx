import { amountRefunded, type Order } from '#domain/orders/order'
import { formatMoney } from '#domain/money/format-money'
import type { Translate } from '../_lib/translate'
import { ProductPicture } from './product-picture'

interface OrderDetailsProps {
  readonly order: Order
  readonly t: Translate
  /** Whether the reader is the browser that placed the order: only then is it told who that was. */
  readonly isPlacer: boolean
}

/** What was ordered, what it comes to and what of it was given back, in the order's own currency and the words it was ordered in. */
export function OrderDetails({ order, t, isPlacer }: OrderDetailsProps) {
  const { locale, currency, total, lines, createdAt } = order
  const price = (amount: number) => formatMoney({ amount, currency }, locale)
  const refunded = amountRefunded(order)
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(createdAt)
  return (
    <section className="order-details">
      <h2>{t('order.number', { id: order.id })}</h2>
      <p className="quiet">{t('order.placed', { date })}</p>
      {isPlacer && order.email && (
        <p>{t('order.for', { name: order.customerName ?? '', email: order.email })}</p>
      )}
      <ul>
        {lines.map(({ sku, name, picture, quantity, unitAmount }) => (
          <li key={sku}>
            <ProductPicture picture={picture} alt="" sizes="4rem" />
            <span>
              {name}
              <span className="quiet">{t('order.quantity', { quantity, price: price(unitAmount) })}</span>
            </span>
            <strong>{price(unitAmount * quantity)}</strong>
          </li>
        ))}
      </ul>
      <p className="total">
        <span>{t('order.total')}</span> <strong>{price(total)}</strong>
      </p>
      {refunded > 0 && (
        <p className="total">
          <span>{t('order.refunded')}</span> <strong>{price(refunded)}</strong>
        </p>
      )}
    </section>
  )
}
