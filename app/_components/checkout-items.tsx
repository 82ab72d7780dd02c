import type { Cart } from '#domain/cart/cart'
import type { Market } from '../_lib/market'

/** What a form buys, and in which market: fields of a checkout that nobody fills in. */
export function CheckoutItems({ items, market }: { items: Cart; market: Market }) {
  return (
    <>
      {items.map(({ sku, quantity }) => (
        <span key={sku} hidden>
          <input type="hidden" name="sku" value={sku} />
          <input type="hidden" name="quantity" value={quantity} />
        </span>
      ))}
      <input type="hidden" name="locale" value={market.locale} />
      <input type="hidden" name="currency" value={market.currency} />
    </>
  )
}
