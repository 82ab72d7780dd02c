import type { Order } from '#domain/orders/order'
import type { Translate } from '../_lib/translate'

interface OrderAgainProps {
  readonly order: Order
  readonly t: Translate
  /** Whether it was placed from the cart, and what is in it is still there. */
  readonly isFromCart: boolean
}

/** Opens a new checkout for what was ordered, with one click: at the prices of today, while there is enough of it. */
export function OrderAgain({ order: { lines, locale, currency }, t, isFromCart }: OrderAgainProps) {
  return (
    <form action="/api/checkout_sessions" method="post">
      {lines.map(({ sku, quantity }) => (
        <span key={sku} hidden>
          <input type="hidden" name="sku" value={sku} />
          <input type="hidden" name="quantity" value={quantity} />
        </span>
      ))}
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="currency" value={currency} />
      {isFromCart && <input type="hidden" name="from" value="cart" />}
      <button className="button strong">{t('order.again')}</button>
    </form>
  )
}
