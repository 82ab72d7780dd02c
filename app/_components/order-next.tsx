import type { ReactNode } from 'react'
import { chosenOffer } from '#domain/orders/chosen-offer'
import type { Order } from '#domain/orders/order'
import { hasReceipt } from '#domain/orders/resend-receipt'
import { daysText } from '../_lib/days-text'
import type { PageMarket } from '../_lib/page-market'
import { shownStatus } from '../_lib/shown-status'
import type { Translate } from '../_lib/translate'
import { ReceiptForm } from './receipt-form'

interface OrderNextProps {
  readonly order: Order
  readonly market: PageMarket
  readonly isPlacer: boolean
  /** What came of asking for the receipt again. */
  readonly receipt?: string | undefined
  readonly children: ReactNode
}

/** What happens next and when, as far as the shop knows, and where to ask. */
export function OrderNext({ order, market: { t, href, locale }, isPlacer, ...rest }: OrderNextProps) {
  const status = shownStatus(order)
  return (
    <section className="order-next">
      {status === 'paid' && (
        <>
          <h2>{t('order.next.title')}</h2>
          <p>
            {isPlacer && order.email ? t('order.next.mail', { email: order.email }) : t('order.next.mailed')}
          </p>
          <p>{packing(order, t)}</p>
        </>
      )}
      {status === 'processing' && <p>{t('order.next.bank')}</p>}
      <p>
        {t('order.next.questions')} <a href={href('/help/contact')}>{t('help.contact')}</a>
      </p>
      {hasReceipt(order) && <ReceiptForm token={order.token} t={t} locale={locale} receipt={rest.receipt} />}
      <p className="quiet">{rest.children}</p>
    </section>
  )
}

// Not which day that is: only the carrier knows.
function packing(order: Order, t: Translate): string {
  const offer = chosenOffer(order)
  if (!offer) return t('order.next.pack')
  const { name, days } = offer
  return t('order.next.pack-by', { name, days: daysText(days, t) })
}
