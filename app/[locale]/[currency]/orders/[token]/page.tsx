import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { findOrderByToken } from '#domain/orders/order-store'
import { OrderDetails } from '../../../../_components/order-details'
import { OrderStatus } from '../../../../_components/order-status'
import { orUnavailable } from '../../../../_components/or-unavailable'
import { readBrowser } from '../../../../_lib/browser'
import { pageMarket } from '../../../../_lib/page-market'
import { requireTurn } from '../../../../_lib/require-turn'
import { isSameSecret } from '../../../../_lib/same-secret'

export const metadata: Metadata = { robots: { index: false } }

/** An order by its unguessable address, as the shop knows it. Who placed it is told only to the browser that did. */
async function OrderPage({ params }: { params: Promise<{ token: string }> }) {
  const market = await pageMarket()
  const { token } = await params
  await requireTurn(market.href(`/orders/${token}`))
  const order = await findOrderByToken(token)
  // A page made for one reader can be not-found by script alone; what it leads to has words in its HTML.
  if (!order || !isSameSecret(order.token, token)) redirect(market.href('/nothing'))
  const isPlacer = (await readBrowser()).placed(order)
  return (
    <div className="narrow">
      <OrderStatus order={order} market={market} isPlacer={isPlacer} />
      <OrderDetails order={order} t={market.t} isPlacer={isPlacer} />
      <p className="quiet">{market.t('order.keep')}</p>
    </div>
  )
}

export default orUnavailable(OrderPage)
