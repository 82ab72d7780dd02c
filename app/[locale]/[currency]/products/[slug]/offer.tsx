import type { Variant } from '#domain/catalogue/product'
import { few } from '#domain/stock/stock-store'
import type { PageMarket } from '../../../../_lib/page-market'

/** What a variant costs, what it cost before, and whether there is any. */
export function Offer({ variant, market }: { variant: Variant; market: PageMarket }) {
  const { currency, price, t } = market
  const amount = variant.prices[currency]
  const was = variant.was[currency]
  if (amount === undefined) return <p className="offer">{t('product.no-price')}</p>
  return (
    <p className="offer">
      <strong className={was === undefined ? 'price' : 'price reduced'}>{price(amount)}</strong>
      {was !== undefined && (
        <span className="quiet">
          {t('catalogue.was')} <s className="price">{price(was)}</s>
        </span>
      )}
      <span className={variant.available > few ? 'stock' : 'stock few'}>{stockText(variant, market)}</span>
    </p>
  )
}

function stockText({ available }: Variant, { t }: PageMarket): string {
  if (available === 0) return t('catalogue.sold-out')
  return available <= few ? t('product.few', { count: available }) : t('product.in-stock')
}
