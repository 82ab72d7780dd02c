import type { Metadata } from 'next'
import { isBought } from '#domain/orders/order'
import { readBack } from '#domain/orders/read-back'
import { OrderDetails } from '../../../_components/order-details'
import { OrderNext } from '../../../_components/order-next'
import { BareStatus, OrderStatus } from '../../../_components/order-status'
import { OrderWaiting, readLook, type Waiting } from '../../../_components/order-waiting'
import { orUnavailable } from '../../../_components/or-unavailable'
import { StatusCard } from '../../../_components/status-card'
import { readBrowser } from '../../../_lib/browser'
import { orderMetadata } from '../../../_lib/order-metadata'
import { type PageMarket, pageMarket } from '../../../_lib/page-market'
import { requireTurn } from '../../../_lib/requests/require-turn'

export const generateMetadata = (): Promise<Metadata> => orderMetadata('order.page')

interface SuccessPageProps {
  readonly searchParams: Promise<Readonly<Record<'session_id' | 'look', string | string[] | undefined>>>
}

/** Where Stripe sends the shopper after paying. Whatever the address says, only what Stripe says counts. */
async function SuccessPage({ searchParams }: SuccessPageProps) {
  const { session_id: sessionId, look } = await searchParams
  const market = await pageMarket()
  const path = market.href('/success')
  if (typeof sessionId !== 'string') return <NoOrder market={market} />
  await requireTurn(`${path}?session_id=${sessionId}`)
  const waiting: Waiting = { by: { session_id: sessionId }, path, look: readLook(look) }
  const back = await readBack(sessionId)
  if (back === 'not-found') return <NoOrder market={market} />
  return <div className="narrow order">{await answerOf(back, { market, waiting })}</div>
}

export default orUnavailable(SuccessPage)

type Known = Exclude<Awaited<ReturnType<typeof readBack>>, 'not-found'>

async function answerOf(back: Known, { market, waiting }: { market: PageMarket; waiting: Waiting }) {
  const { t, href } = market
  if (back === 'unavailable') {
    return (
      <StatusCard
        status="unavailable"
        title={t('success.unavailable.title')}
        text={t('success.unavailable.text')}
      >
        <OrderWaiting t={t} status="open" {...waiting} />
      </StatusCard>
    )
  }
  const { order, fresh } = back
  const browser = await readBrowser()
  // A session's id stands in an address, and addresses are passed on: only the browser that ordered is told more than the status.
  if (!browser.placed(order)) return <BareStatus order={order} market={market} waiting={waiting} />
  return (
    <>
      <OrderStatus order={order} market={market} browser={browser} waiting={waiting} />
      {!fresh && <p className="notice">{t('success.stale')}</p>}
      <OrderDetails order={order} t={t} isPlacer />
      <OrderNext order={order} market={market} isPlacer>
        {t('order.later')} <a href={href(`/orders/${order.token}`)}>{t('order.link')}</a>
      </OrderNext>
      {isBought(order) && <img src={`/api/cart/ordered?session_id=${order.sessionId}`} alt="" hidden />}
    </>
  )
}

function NoOrder({ market: { t, href } }: { market: PageMarket }) {
  return (
    <div className="narrow order">
      <StatusCard status="not-found" title={t('success.not-found.title')} text={t('success.not-found.text')}>
        <div className="ways-on">
          <a className="button strong" href={href('/orders')}>
            {t('order.find')}
          </a>
          <a className="button" href={href('/')}>
            {t('order.to-shop')}
          </a>
        </div>
      </StatusCard>
    </div>
  )
}
