import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { findOrderByToken } from '#domain/orders/order-store'
import { OrderDetails } from '../../../../_components/order-details'
import { OrderNext } from '../../../../_components/order-next'
import { OrderStatus } from '../../../../_components/order-status'
import { readLook } from '../../../../_components/order-waiting'
import { orUnavailable } from '../../../../_components/or-unavailable'
import { readBrowser } from '../../../../_lib/browser'
import { orderMetadata } from '../../../../_lib/order-metadata'
import { pageMarket } from '../../../../_lib/page-market'
import { requireTurn } from '../../../../_lib/requests/require-turn'
import { isSameSecret } from '../../../../_lib/requests/same-secret'

export const generateMetadata = (): Promise<Metadata> => orderMetadata('order.page')

interface OrderPageProps {
  readonly params: Promise<{ readonly token: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** An order by its unguessable address, as the shop knows it. Who placed it is told only to the browser that did. */
async function OrderPage({ params, searchParams }: OrderPageProps) {
  const market = await pageMarket()
  const [{ token }, { look, receipt }] = [await params, await searchParams]
  const path = market.href(`/orders/${token}`)
  await requireTurn(path)
  const order = await findOrderByToken(token)
  // A page made for one reader can be not-found by script alone; what it leads to has words in its HTML.
  if (!order || !isSameSecret(order.token, token)) redirect(market.href('/orders/incomplete'))
  const browser = await readBrowser()
  const isPlacer = browser.placed(order)
  return (
    <div className="narrow order">
      <OrderStatus
        order={order}
        market={market}
        browser={browser}
        waiting={{ by: { token }, path, look: readLook(look) }}
      />
      <OrderDetails order={order} t={market.t} isPlacer={isPlacer} />
      <OrderNext
        order={order}
        market={market}
        isPlacer={isPlacer}
        receipt={typeof receipt === 'string' ? receipt : undefined}
      >
        {market.t('order.keep')}
      </OrderNext>
    </div>
  )
}

export default orUnavailable(OrderPage)
