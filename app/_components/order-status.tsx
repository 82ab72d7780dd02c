import { formatMoney } from '#domain/money/format-money'
import { type Order, statusOf } from '#domain/orders/order'
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
  const status = statusOf(order)
  const total = formatMoney({ amount: order.total, currency: order.currency }, locale)
  const key = status === 'paid' ? 'success' : (`success.${status}` as const)
  const unpaid = status === 'open' || status === 'failed' || status === 'expired'
  return (
    <div className={`order-status ${status}`} data-status={status}>
      <h1>{t(`${key}.title`)}</h1>
      <p>{t(`${key}.text`, { id: order.id, total })}</p>
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
