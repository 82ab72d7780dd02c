import type { Metadata } from 'next'
import { minutesToPay, type Order, statusOf } from '#domain/orders/order'
import { findLastOrder } from '#domain/orders/order-store'
import { readBack, type ReadBack } from '#domain/orders/read-back'
import { OrderStatus } from '../../../_components/order-status'
import { orUnavailable } from '../../../_components/or-unavailable'
import { PlainPage } from '../../../_components/plain-page'
import { readBrowser } from '../../../_lib/browser'
import { type PageMarket, pageMarket } from '../../../_lib/page-market'
import { requireTurn } from '../../../_lib/require-turn'

export const metadata: Metadata = { robots: { index: false } }

/** Where Stripe sends the shopper who turns back. The session may be open still, or paid in another tab. */
async function CancelPage() {
  const market = await pageMarket()
  const { shopper } = await readBrowser()
  if (shopper) await requireTurn(market.href('/cancel'))
  const back = shopper ? await readLastOrder(shopper) : null
  if (back === 'unavailable') return <Unpaid market={market} words="success.unavailable" order={null} />
  const order = back?.order ?? null
  if (!order || statusOf(order) === 'open') return <Unpaid market={market} words="cancel" order={order} />
  return (
    <div className="narrow">
      <OrderStatus order={order} market={market} isPlacer />
    </div>
  )
}

export default orUnavailable(CancelPage)

interface UnpaidProps {
  readonly market: PageMarket
  readonly words: 'cancel' | 'success.unavailable'
  /** The order that can still be paid. */
  readonly order: Order | null
}

function Unpaid({ market: { t, href }, words, order }: UnpaidProps) {
  const minutes = order ? minutesToPay(order) : 0
  const resumeUrl = order && minutes > 0 ? order.sessionUrl : null
  return (
    <PlainPage title={t(`${words}.title`)} text={t(`${words}.text`)}>
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

// A shopper who never came as far as a session has nothing to read back: nobody can have paid.
async function readLastOrder(shopper: string): Promise<Exclude<ReadBack, 'not-found'> | null> {
  const order = await findLastOrder(shopper)
  const back = order?.sessionId ? await readBack(order.sessionId) : 'not-found'
  return back === 'not-found' ? null : back
}
