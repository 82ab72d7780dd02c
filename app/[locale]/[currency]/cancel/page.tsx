import type { Metadata } from 'next'
import { minutesToPay, type Order, statusOf } from '#domain/orders/order'
import { findLastOrder } from '#domain/orders/order-store'
import { readBack, type ReadBack } from '#domain/orders/read-back'
import { OrderStatus } from '../../../_components/order-status'
import { orUnavailable } from '../../../_components/or-unavailable'
import { StatusCard } from '../../../_components/status-card'
import { readBrowser } from '../../../_lib/browser'
import { orderMetadata } from '../../../_lib/order-metadata'
import { type PageMarket, pageMarket } from '../../../_lib/page-market'
import { requireTurn } from '../../../_lib/requests/require-turn'

export const generateMetadata = (): Promise<Metadata> => orderMetadata('cancel.title')

/** Where Stripe sends the shopper who turns back. The session may be open still, or paid in another tab. */
async function CancelPage() {
  const market = await pageMarket()
  const browser = await readBrowser()
  const { shopper } = browser
  if (shopper) await requireTurn(market.href('/cancel'))
  const back = shopper ? await readLastOrder(shopper) : null
  const order = back === 'unavailable' ? null : (back?.order ?? null)
  const isUnpaid = !order || statusOf(order) === 'open'
  return (
    <div className="narrow order">
      {isUnpaid ? (
        <Unpaid
          market={market}
          words={back === 'unavailable' ? 'success.unavailable' : 'cancel'}
          order={order}
        />
      ) : (
        <OrderStatus order={order} market={market} browser={browser} />
      )}
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
    <StatusCard status="open" title={t(`${words}.title`)} text={t(`${words}.text`)}>
      {resumeUrl && <p className="quiet">{t('cancel.resume', { minutes })}</p>}
      <div className="ways-on">
        {resumeUrl && (
          <a className="button strong" href={resumeUrl}>
            {t('order.resume')}
          </a>
        )}
        <a className="button" href={href('/cart')}>
          {t('order.to-cart')}
        </a>
      </div>
    </StatusCard>
  )
}

// A shopper who never came as far as a session has nothing to read back: nobody can have paid.
async function readLastOrder(shopper: string): Promise<Exclude<ReadBack, 'not-found'> | null> {
  const order = await findLastOrder(shopper)
  const back = order?.sessionId ? await readBack(order.sessionId) : 'not-found'
  return back === 'not-found' ? null : back
}
