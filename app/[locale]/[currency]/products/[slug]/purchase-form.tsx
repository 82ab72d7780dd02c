import { maximumQuantity } from '#domain/cart/cart'
import type { Variant } from '#domain/catalogue/product'
import { isBuyable } from '#domain/catalogue/variant-choices'
import { missingToCharge } from '#domain/money/charge-limits'
import { CheckoutForm } from '../../../../_components/checkout-form'
import type { PageMarket } from '../../../../_lib/page-market'

/** How many, and the two ways on: into the cart, or straight to the payment page. Why not, where it cannot be bought. */
export function PurchaseForm({ variant, market }: { variant: Variant; market: PageMarket }) {
  const { locale, currency, t, price } = market
  if (!isBuyable(variant, currency)) {
    return (
      <p className="notice">{t(variant.available === 0 ? 'product.sold-out' : 'product.other-currency')}</p>
    )
  }
  const missing = missingToCharge(variant.prices[currency] ?? 0, currency)
  const most = Math.min(variant.available, maximumQuantity)
  return (
    <CheckoutForm className="purchase" t={t}>
      <input type="hidden" name="sku" value={variant.sku} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="currency" value={currency} />
      <label>
        {t('product.quantity')}
        <input
          type="number"
          name="quantity"
          defaultValue="1"
          min="1"
          max={most}
          inputMode="numeric"
          required
        />
      </label>
      {/* The style sheet shows the words while the quantity is out of range. */}
      <p className="range" aria-live="polite">
        <span>{t(most < maximumQuantity ? 'product.up-to-stock' : 'product.up-to-most', { most })}</span>
      </p>
      {missing !== null && <p className="quiet">{t('product.too-small', { missing: price(missing) })}</p>}
      <button className="button" formAction="/api/cart">
        {t('product.add')}
      </button>
      <button className="button strong">{t('product.buy')}</button>
    </CheckoutForm>
  )
}
