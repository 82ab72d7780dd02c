import type { Metadata } from 'next'
import { isBought } from '#domain/orders/order'
import { readBack } from '#domain/orders/read-back'
import { OrderDetails } from '../../../_components/order-details'
import { BareStatus, OrderStatus } from '../../../_components/order-status'
import { orUnavailable } from '../../../_components/or-unavailable'
import { PlainPage } from '../../../_components/plain-page'
import { readBrowser } from '../../../_lib/browser'
import { pageMarket } from '../../../_lib/page-market'
import { requireTurn } from '../../../_lib/require-turn'

export const metadata: Metadata = { robots: { index: false } }

interface SuccessPageProps {
  readonly searchParams: Promise<{ session_id?: string | string[] }>
}

/** Where Stripe sends the shopper after paying. Whatever the address says, only what Stripe says counts. */
async function SuccessPage({ searchParams }: SuccessPageProps) {
  const { session_id: sessionId } = await searchParams
  const market = await pageMarket()
  const { t, href } = market
  if (typeof sessionId === 'string') await requireTurn(href(`/success?session_id=${sessionId}`))
  const back = typeof sessionId === 'string' ? await readBack(sessionId) : 'not-found'
  if (typeof back === 'string') {
    return (
      <PlainPage title={t(`success.${back}.title`)} text={t(`success.${back}.text`)}>
        <a className="button" href={href('/')}>
          {t('order.to-shop')}
        </a>
      </PlainPage>
    )
  }
  const { order, fresh } = back
  // A session's id stands in an address, and addresses are passed on: only the browser that ordered is told more than the status.
  if (!(await readBrowser()).placed(order)) return <BareStatus order={order} market={market} />
  return (
    <div className="narrow">
      {!fresh && <p className="notice">{t('success.stale')}</p>}
      <OrderStatus order={order} market={market} isPlacer />
      <OrderDetails order={order} t={t} isPlacer />
      <a href={href(`/orders/${order.token}`)}>{t('order.link')}</a>
      {isBought(order) && <img src={`/api/cart/ordered?session_id=${order.sessionId}`} alt="" hidden />}
    </div>
  )
}

export default orUnavailable(SuccessPage)
