import type { PricedLine } from '#domain/cart/price-cart'
import type { SeenPrices } from '#domain/cart/seen-prices'
import { FormerPrice } from '../../../_components/former-price'
import { ProductPicture } from '../../../_components/product-picture'
import type { PageMarket } from '../../../_lib/page-market'
import { productHref } from '../../../_lib/product-href'
import { LineNotes } from './line-notes'
import { LineQuantity } from './line-quantity'

interface CartLineProps {
  readonly line: PricedLine
  readonly seen: SeenPrices | null
  readonly market: PageMarket
}

/** A line of the cart: what, how many, what it comes to, and what is to know before it is bought. */
export function CartLine({ line, seen, market }: CartLineProps) {
  const { locale, t, price } = market
  const { productName, variantName, picture, unitAmount, was, amount } = line
  if (line.problem?.code === 'unknown-sku') {
    return (
      <li className="cart-line">
        <div>
          <h2>{productName[locale]}</h2>
          <LineNotes line={line} seen={seen} market={market} />
          <LineQuantity line={line} market={market} />
        </div>
      </li>
    )
  }
  const isPriced = line.problem?.code !== 'not-sold-in-currency'
  return (
    <li className="cart-line">
      <ProductPicture picture={picture} alt="" sizes="6rem" />
      <div>
        <h2>
          <a href={market.href(productHref(line))}>
            {productName[locale]}
            {variantName && <span className="quiet"> {variantName[locale]}</span>}
          </a>
        </h2>
        {isPriced && (
          <p className="quiet price">
            {t('cart.each', { price: price(unitAmount) })}
            {was !== null && <FormerPrice price={price(was)} t={t} />}
          </p>
        )}
        <LineNotes line={line} seen={seen} market={market} />
        <LineQuantity line={line} market={market} />
      </div>
      {isPriced && <strong className="price">{price(amount)}</strong>}
    </li>
  )
}
