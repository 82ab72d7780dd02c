import { settings } from '#env'
import type { Locale } from '#domain/catalogue/text'
import { formatTime } from '#domain/mail/format-time'
import { formatMoney } from '#domain/money/format-money'
import type { Order } from '#domain/orders/order'
import type { Translate } from '../_lib/translate'
import { OrderReader } from './order-reader'
import { OrderSums } from './order-sums'
import { ProductPicture } from './product-picture'

interface OrderDetailsProps {
  readonly order: Order
  readonly t: Translate
  /** Whether the reader is the browser that placed the order: only then is it told who that was. */
  readonly isPlacer: boolean
}

/** An order as it stands on paper: what was ordered and what it comes to, in its own currency and the words it was ordered in. */
export function OrderDetails({ order, t, isPlacer }: OrderDetailsProps) {
  const { id, locale, currency, lines, createdAt, paidAt } = order
  const price = (amount: number) => formatMoney({ amount, currency }, locale)
  return (
    <section className="order-details">
      <p className="letterhead">
        {t('shop.name')} <span>{new URL(settings().shopUrl).host}</span>
      </p>
      <h2>
        {t('order.title')} <span className="order-number">{id}</span>
      </h2>
      <p className="quiet">
        <Time at={createdAt} locale={locale} words={(date) => t('order.placed', { date })} />
        {paidAt && (
          <>
            {' · '}
            <Time at={paidAt} locale={locale} words={(date) => t('order.paid', { date })} />
          </>
        )}
      </p>
      <ul>
        {lines.map(({ sku, name, picture, quantity, unitAmount }) => (
          <li key={sku}>
            <ProductPicture picture={picture} alt="" sizes="4.5rem" />
            <span>
              {name}
              <span className="quiet">{t('order.quantity', { quantity, price: price(unitAmount) })}</span>
            </span>
            <strong>{price(unitAmount * quantity)}</strong>
          </li>
        ))}
      </ul>
      <OrderSums order={order} t={t} />
      {isPlacer && <OrderReader order={order} t={t} />}
    </section>
  )
}

interface TimeProps {
  readonly at: Date
  readonly locale: Locale
  readonly words: (time: string) => string
}

function Time({ at, locale, words }: TimeProps) {
  const { timeZone } = settings()
  return <time dateTime={at.toISOString()}>{words(formatTime(at, { locale, timeZone }))}</time>
}
