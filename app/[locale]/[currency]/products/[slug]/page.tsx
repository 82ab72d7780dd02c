import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getProduct } from '#domain/catalogue/product-store'
import { chooseVariant } from '#domain/catalogue/variant-choices'
import { ProductData } from '../../../../_components/found-data'
import { Instead } from '../../../../_components/instead'
import { orFailing } from '../../../../_components/or-unavailable'
import { pageMarket } from '../../../../_lib/page-market'
import { metadataOfProduct } from '../../../../_lib/found/page-metadata'
import NotFound from '../../not-found'
import { Breadcrumb } from './breadcrumb'
import { Gallery } from './gallery'
import { ProductFacts } from './product-facts'
import { RelatedProducts } from './related-products'

export const revalidate = 60

export function generateStaticParams() {
  return []
}

// The page and its metadata want the same product: one reading serves both.
const readProduct = cache(getProduct)

interface ProductPageProps {
  readonly params: Promise<{ slug: string; variant?: string }>
}

export async function generateMetadata({ params }: ProductPageProps): Promise<Metadata> {
  const market = await pageMarket()
  // Why it cannot be read the page says.
  const product = await readProduct((await params).slug).catch(() => null)
  if (!product) return {}
  return metadataOfProduct(market, product)
}

async function ProductPage({ params }: ProductPageProps) {
  const market = await pageMarket()
  const { slug, variant: sku } = await params
  const product = await readProduct(slug)
  const variant = product && chooseVariant(product, { sku, currency: market.currency })
  if (!variant) {
    return (
      <Instead fail={notFound}>
        <NotFound />
      </Instead>
    )
  }
  return (
    <>
      <ProductData product={product} market={market} />
      <Breadcrumb product={product} market={market} />
      <div className="product">
        <Gallery product={product} variant={variant} market={market} />
        <ProductFacts product={product} variant={variant} market={market} />
      </div>
      <RelatedProducts product={product} market={market} />
    </>
  )
}

export default orFailing(ProductPage)
