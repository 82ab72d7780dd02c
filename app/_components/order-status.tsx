import { formatMoney } from '#domain/money/format-money'
import { amountRefunded, type Order, type OrderStatus as Status, statusOf } from '#domain/orders/order'
import type { PageMarket } from '../_lib/page-market'

/** What became of an order, in plain words, and the way on. */
export function OrderStatus({
  order,
  market,
  isPlacer,
}: {
  order: Order
  market: PageMarket
  isPlacer: boolean
}) {
  const { t, locale, href } = market
  const status = shownStatus(order)
  const price = (amount: number) => formatMoney({ amount, currency: order.currency }, locale)
  const unpaid = status === 'open' || status === 'failed' || status === 'expired'
  const values = { id: order.id, total: price(order.total), refunded: price(amountRefunded(order)) }
  return (
    <div className={`order-status ${status}`} data-status={status}>
      <h1>{t(`${keyOf(status)}.title`)}</h1>
      <p>{t(`${keyOf(status)}.text`, values)}</p>
      <p className="ways-on">
        {status === 'open' && isPlacer && order.sessionUrl && (
          <a className="button strong" href={order.sessionUrl}>
            {t('order.resume')}
          </a>
        )}
        <a className="button" href={href(unpaid ? '/cart' : '/#products')}>
          {t(unpaid ? 'order.to-cart' : 'order.to-shop')}
        </a>
      </p>
    </div>
  )
}

/** The same without a word about the order itself, for whoever has only heard of it. */
export function BareStatus({ order, market }: { order: Order; market: PageMarket }) {
  const { t, href } = market
  const status = shownStatus(order)
  return (
    <div className={`narrow order-status ${status}`} data-status={status}>
      <h1>{t(`${keyOf(status)}.title`)}</h1>
      <p>{t('success.elsewhere.text')}</p>
      <p className="ways-on">
        <a className="button" href={href('/#products')}>
          {t('order.to-shop')}
        </a>
      </p>
    </div>
  )
}

type ShownStatus =
  | Exclude<Status, 'partially_refunded' | 'disputed' | 'charged_back'>
  | 'partly-refunded'
  | 'returned'

// What goes on between the shop and a bank is not the shopper's to read of here: an order with a claim on it is shown as what
// has been paid and given back, and one whose money the bank took back as that.
function shownStatus(order: Order): ShownStatus {
  const status = statusOf(order)
  if (status === 'partially_refunded') return 'partly-refunded'
  if (status === 'charged_back') return 'returned'
  return status === 'disputed' ? shownStatus({ ...order, disputes: [] }) : status
}

function keyOf(status: ShownStatus) {
  return status === 'paid' ? ('success' as const) : (`success.${status}` as const)
}
