import type { Product, Variant } from '#domain/catalogue/product'
import type { PageMarket } from '../../../../_lib/page-market'
import { Offer } from './offer'
import { Promises } from './promises'
import { PurchaseForm } from './purchase-form'
import { VariantChoices } from './variant-choices'

interface ProductFactsProps {
  readonly product: Product
  readonly variant: Variant
  readonly market: PageMarket
}

/** What it is called, what it costs, in which forms it comes, and how it is bought. */
export function ProductFacts({ product, variant, market }: ProductFactsProps) {
  const { locale } = market
  return (
    <div className="product-facts">
      <h1>{product.name[locale]}</h1>
      <Offer variant={variant} market={market} />
      <VariantChoices product={product} variant={variant} market={market} />
      <PurchaseForm variant={variant} market={market} />
      <Promises variant={variant} market={market} />
      <p className="description">{product.description[locale]}</p>
    </div>
  )
}
