import type { PricedCart } from '#domain/cart/price-cart'
import type { Held } from '#domain/orders/held-for'
import { listShippingRates } from '#domain/shipping/shipping-store'
import { CheckoutForm } from '../../../_components/checkout-form'
import { CheckoutItems } from '../../../_components/checkout-items'
import type { PageMarket } from '../../../_lib/page-market'
import { problemText } from '../../../_lib/requests/problem'
import { CartTotals } from './cart-totals'
import { totalsOf } from './totals'

interface CartSummaryProps {
  readonly cart: PricedCart
  readonly held: Held
  readonly market: PageMarket
}

/** What the cart comes to, all told, and the button that goes to pay for what is shown. */
export async function CartSummary({ cart, held, market }: CartSummaryProps) {
  const { currency, t, price } = market
  const { problem } = cart
  const totals = totalsOf(cart.total, await listShippingRates(currency))
  return (
    <CheckoutForm className="cart-summary" t={t}>
      <CheckoutItems items={cart.lines} market={market} />
      <input type="hidden" name="from" value="cart" />
      <input type="hidden" name="shown" value={totals.total} />
      <CartTotals totals={totals} market={market} />
      {problem && (
        <p className="notice" id="cart-problem">
          {cartProblemText(cart, market)}
        </p>
      )}
      {/* Not disabled: the keyboard reaches it, and pressed all the same it says why not. */}
      <button
        className="button strong"
        aria-disabled={problem !== null}
        aria-describedby={problem ? 'cart-problem' : undefined}
      >
        {t(totals.isLeast ? 'cart.pay-from' : 'cart.pay', { total: price(totals.total) })}
      </button>
      <p className="quiet">{holdText(cart, held, market)}</p>
      <p className="quiet">{t('cart.methods')}</p>
    </CheckoutForm>
  )
}

function holdText({ lines }: PricedCart, { units, minutes }: Held, { t }: PageMarket): string {
  const isHeld = lines.every(({ sku, quantity }) => quantity <= (units.get(sku) ?? 0))
  return isHeld && minutes > 0 ? t('cart.held', { minutes }) : t('cart.hold')
}

function cartProblemText({ problem }: PricedCart, { t, price }: PageMarket): string | null {
  if (problem?.code === 'amount-too-small' && problem.missing) {
    return t('cart.too-small', { missing: price(problem.missing.amount) })
  }
  return problem && problemText(problem.code, t)
}
