import type { Order } from '#domain/orders/order'
import type { Translate } from '../_lib/translate'
import { CheckoutItems } from './checkout-items'

interface OrderAgainProps {
  readonly order: Order
  readonly t: Translate
  /** Whether it was placed from the cart, and what is in it is still there. */
  readonly isFromCart: boolean
}

/** Opens a new checkout for what was ordered, with one click: at the prices of today, while there is enough of it. */
export function OrderAgain({ order, t, isFromCart }: OrderAgainProps) {
  return (
    <form action="/api/checkout_sessions" method="post">
      <CheckoutItems items={order.lines} market={order} />
      {isFromCart && <input type="hidden" name="from" value="cart" />}
      <button className="button strong">{t('order.again')}</button>
    </form>
  )
}
