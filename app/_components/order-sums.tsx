import { addedTax } from '#domain/orders/breakdown'
import { amountRefunded, type Order } from '#domain/orders/order'
import { formatMoney } from '#domain/money/format-money'
import type { Translate } from '../_lib/translate'

interface OrderSumsProps {
  readonly order: Order
  readonly t: Translate
}

/** What an order came to, exactly as it was charged, and what of it was given back. */
export function OrderSums({ order, t }: OrderSumsProps) {
  const { breakdown, total, presentment, currency, locale } = order
  const refunded = amountRefunded(order)
  const price = (amount: number) => formatMoney({ amount, currency }, locale)
  return (
    <dl className="order-sums">
      {breakdown ? (
        <ChargedSums breakdown={breakdown} t={t} price={price} />
      ) : (
        sum(t('order.goods'), price(total))
      )}
      {presentment && sum(t('order.presentment'), formatMoney(presentment, locale))}
      {refunded > 0 && sum(t('order.refunded'), price(refunded))}
    </dl>
  )
}

interface ChargedSumsProps {
  readonly breakdown: NonNullable<Order['breakdown']>
  readonly t: Translate
  readonly price: (amount: number) => string
}

function ChargedSums({ breakdown, t, price }: ChargedSumsProps) {
  const { subtotal, discount, shipping, tax, total, shippingName } = breakdown
  const added = addedTax(breakdown)
  const isGoodsAlone = total === subtotal && !shippingName
  return (
    <>
      {!isGoodsAlone && sum(t('order.goods'), price(subtotal))}
      {discount > 0 && sum(t('order.discount'), price(-discount))}
      {(shippingName !== null || shipping > 0) &&
        sum(shippingName ?? t('order.shipping'), shipping > 0 ? price(shipping) : t('order.free'))}
      {added > 0 && sum(t('order.tax'), price(added))}
      {sum(t('order.total'), price(total), 'charged')}
      {tax > added && sum(t('order.tax-included'), price(tax - added))}
    </>
  )
}

function sum(label: string, amount: string, className?: string) {
  return (
    <div className={className}>
      <dt>{label}</dt>
      <dd>{amount}</dd>
    </div>
  )
}
