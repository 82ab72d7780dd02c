import { formatMoney } from '#domain/money/format-money'
import { chargedTotal } from '#domain/orders/breakdown'
import { amountRefunded, type Order, statusOf } from '#domain/orders/order'
import { isWaiting } from '#domain/orders/status-store'
import type { Browser } from '../_lib/browser'
import type { PageMarket } from '../_lib/page-market'
import { keyOf, shownStatus } from '../_lib/shown-status'
import { OrderAgain } from './order-again'
import { OrderWaiting, type Waiting } from './order-waiting'
import { StatusCard } from './status-card'

interface OrderStatusProps {
  readonly order: Order
  readonly market: PageMarket
  readonly browser: Browser
  /** For a page that one may wait at. */
  readonly waiting?: Waiting
}

/** What became of an order, in plain words, and the way on. */
export function OrderStatus({ order, market, browser, waiting }: OrderStatusProps) {
  const { t, locale, href } = market
  const status = shownStatus(order)
  const isPlacer = browser.placed(order)
  const isOver = status === 'failed' || status === 'expired'
  const toCart = isOver || status === 'open'
  const price = (amount: number) => formatMoney({ amount, currency: order.currency }, locale)
  const values = { id: order.id, total: price(chargedTotal(order)), refunded: price(amountRefunded(order)) }
  return (
    <StatusCard status={status} title={t(`${keyOf(status)}.title`)} text={t(`${keyOf(status)}.text`, values)}>
      {waiting && isWaiting(statusOf(order)) && <OrderWaiting t={t} status={status} {...waiting} />}
      <div className="ways-on">
        {status === 'open' && isPlacer && order.sessionUrl && (
          <a className="button strong" href={order.sessionUrl}>
            {t('order.resume')}
          </a>
        )}
        {isOver && isPlacer && (
          <OrderAgain order={order} t={t} isFromCart={browser.ordering === order.sessionId} />
        )}
        <a className="button" href={href(toCart ? '/cart' : '/collections/all')}>
          {t(toCart ? 'order.to-cart' : 'order.to-shop')}
        </a>
      </div>
    </StatusCard>
  )
}

/** The same without a word about the order itself, for whoever has only heard of it. */
export function BareStatus({ order, market, waiting }: Omit<OrderStatusProps, 'browser'>) {
  const { t, href } = market
  const status = shownStatus(order)
  return (
    <StatusCard status={status} title={t(`${keyOf(status)}.title`)} text={t('success.elsewhere.text')}>
      {waiting && isWaiting(statusOf(order)) && <OrderWaiting t={t} status={status} {...waiting} />}
      <div className="ways-on">
        <a className="button" href={href('/orders')}>
          {t('order.find')}
        </a>
        <a className="button" href={href('/collections/all')}>
          {t('order.to-shop')}
        </a>
      </div>
    </StatusCard>
  )
}
