import { maximumQuantity } from '#domain/cart/cart'
import type { PricedLine } from '#domain/cart/price-cart'
import type { PageMarket } from '../../../_lib/page-market'

/** How many of a line there shall be, and the way out of the cart. */
export function LineQuantity({ line, market: { locale, t } }: { line: PricedLine; market: PageMarket }) {
  const { sku, quantity, available, problem } = line
  const name = line.name[locale]
  // What is in the cart stays a quantity that can be sent.
  const most = Math.max(quantity, Math.min(available, maximumQuantity))
  return (
    <form className="cart-quantity" action="/api/cart" method="post">
      <input type="hidden" name="sku" value={sku} />
      <input type="hidden" name="locale" value={locale} />
      {problem?.code !== 'unknown-sku' && (
        <>
          <input
            type="number"
            id={`quantity-${sku}`}
            name="quantity"
            aria-label={t('cart.quantity', { name })}
            defaultValue={quantity}
            min="1"
            max={most}
            inputMode="numeric"
            enterKeyHint="done"
            autoComplete="off"
            required
          />
          <button className="link" name="action" value="set">
            {t('cart.update')}
          </button>
        </>
      )}
      <button
        className="link"
        name="action"
        value="remove"
        aria-label={t('cart.remove-line', { name })}
        formNoValidate
      >
        {t('cart.remove')}
      </button>
    </form>
  )
}
