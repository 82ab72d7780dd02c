import type { Metadata } from 'next'
import { minutesToPay, type Order, statusOf } from '#domain/orders/order'
import { findLastOrder } from '#domain/orders/order-store'
import { readBack } from '#domain/orders/read-back'
import { OrderStatus } from '../../../_components/order-status'
import { PlainPage } from '../../../_components/plain-page'
import { readBrowser } from '../../../_lib/browser'
import { pageMarket } from '../../../_lib/page-market'

export const metadata: Metadata = { robots: { index: false } }

/** Where Stripe sends the shopper who turns back. The session may be open still, or paid in another tab. */
export default async function CancelPage() {
  const market = await pageMarket()
  const { t, href } = market
  const { shopper } = await readBrowser()
  const order = shopper && (await lastOrder(shopper))
  const status = order ? statusOf(order) : 'open'
  if (order && status !== 'open') {
    return (
      <div className="narrow">
        <OrderStatus order={order} market={market} isPlacer />
      </div>
    )
  }
  const minutes = order ? minutesToPay(order) : 0
  const resumeUrl = order && minutes > 0 ? order.sessionUrl : null
  return (
    <PlainPage title={t('cancel.title')} text={t('cancel.text')}>
      {resumeUrl && <span className="quiet">{t('cancel.resume', { minutes })}</span>}
      {resumeUrl && (
        <a className="button strong" href={resumeUrl}>
          {t('order.resume')}
        </a>
      )}
      <a className="button" href={href('/cart')}>
        {t('order.to-cart')}
      </a>
    </PlainPage>
  )
}

async function lastOrder(shopper: string): Promise<Order | null> {
  const order = await findLastOrder(shopper)
  if (!order?.sessionId) return null
  const back = await readBack(order.sessionId)
  return typeof back === 'string' ? order : back.order
}
