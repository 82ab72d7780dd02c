import type { Product, Variant } from '#domain/catalogue/product'
import type { PageMarket } from '../../../../_lib/page-market'

// More than this in stock is nobody's business, and no reason to hurry.
const few = 3

/** Which variant, how many, and the two ways on: into the cart, or straight to the payment page. */
export function PurchaseFields({ product, market }: { product: Product; market: PageMarket }) {
  const { locale, currency, t } = market
  const buyable = product.variants.some((variant) => isBuyable(variant, market))
  const soldOut = product.variants.every(({ available }) => available === 0)
  return (
    <>
      <VariantChoice product={product} market={market} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="currency" value={currency} />
      {!buyable && <p className="notice">{t(soldOut ? 'product.sold-out' : 'product.other-currency')}</p>}
      {buyable && (
        <div className="purchase">
          <label>
            {t('product.quantity')}
            <input
              type="number"
              name="quantity"
              defaultValue="1"
              min="1"
              max="99"
              inputMode="numeric"
              required
            />
          </label>
          <button className="button" formAction="/api/cart">
            {t('product.add')}
          </button>
          <button className="button strong">{t('product.buy')}</button>
        </div>
      )}
    </>
  )
}

function VariantChoice({ product: { variants }, market }: { product: Product; market: PageMarket }) {
  const { locale, t } = market
  const [only, ...others] = variants
  if (only && others.length === 0) return <OnlyVariant variant={only} market={market} />
  const chosen = variants.find((variant) => isBuyable(variant, market))
  return (
    <fieldset className="variants">
      <legend>{t('product.choose')}</legend>
      {variants.map((variant) => (
        <label key={variant.sku} className="variant">
          <input
            type="radio"
            name="sku"
            value={variant.sku}
            defaultChecked={variant === chosen}
            disabled={!isBuyable(variant, market)}
            required
          />
          {variant.name && <span>{variant.name[locale]}</span>}
          <span className="price">{offerText(variant, market)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function OnlyVariant({ variant, market }: { variant: Variant; market: PageMarket }) {
  return (
    <p className="price offer">
      <input type="hidden" name="sku" value={variant.sku} />
      {offerText(variant, market)}
    </p>
  )
}

function isBuyable({ available, prices }: Variant, { currency }: PageMarket): boolean {
  return available > 0 && prices[currency] !== undefined
}

function offerText({ available, prices }: Variant, { currency, price, t }: PageMarket): string {
  const amount = prices[currency]
  if (amount === undefined) return t('product.no-price')
  if (available === 0) return `${price(amount)} · ${t('catalogue.sold-out')}`
  return available <= few ? `${price(amount)} · ${t('product.few', { count: available })}` : price(amount)
}
