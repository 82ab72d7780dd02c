import type { PricedCart } from '#domain/cart/price-cart'
import type { Held } from '#domain/orders/held-for'
import { CheckoutForm } from '../../../_components/checkout-form'
import { CheckoutItems } from '../../../_components/checkout-items'
import type { PageMarket } from '../../../_lib/page-market'
import { problemText } from '../../../_lib/requests/problem'
import { CartTotals } from './cart-totals'
import type { Totals } from './totals'

interface CartSummaryProps {
  readonly cart: PricedCart
  readonly totals: Totals
  readonly held: Held
  readonly market: PageMarket
}

/** What the cart comes to, all told, and the button that goes to pay for what is shown. */
export function CartSummary({ cart, totals, held, market }: CartSummaryProps) {
  const { locale, t, price } = market
  const { problem } = cart
  return (
    <CheckoutForm className="cart-summary" t={t} after={<Before cart={cart} held={held} market={market} />}>
      <CheckoutItems items={cart.lines} market={market} />
      <input type="hidden" name="from" value="cart" />
      <input type="hidden" name="shown" value={totals.total} />
      <CartTotals totals={totals} market={market} />
      {problem && (
        <p className="notice" id="cart-problem">
          {problemText(problem, locale)}
        </p>
      )}
      {/* Not disabled: the keyboard reaches it, and hears why not. */}
      <button
        className="button strong"
        aria-disabled={problem !== null}
        aria-describedby={problem ? 'cart-problem' : undefined}
      >
        {t(totals.isLeast ? 'cart.pay-from' : 'cart.pay', { total: price(totals.total) })}
      </button>
    </CheckoutForm>
  )
}

// What there is to know before paying.
function Before({ cart, held, market }: Omit<CartSummaryProps, 'totals'>) {
  return (
    <>
      <p className="quiet">{holdText(cart, held, market)}</p>
      <p className="quiet">{market.t('cart.methods')}</p>
    </>
  )
}

function holdText({ lines }: PricedCart, { units, minutes }: Held, { t }: PageMarket): string {
  const isHeld = lines.every(({ sku, quantity }) => quantity <= (units.get(sku) ?? 0))
  return isHeld && minutes > 0 ? t('cart.held', { minutes }) : t('cart.hold')
}
