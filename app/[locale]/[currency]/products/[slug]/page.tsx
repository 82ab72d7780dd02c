import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getProduct } from '#domain/catalogue/product-store'
import { CheckoutForm } from '../../../../_components/checkout-form'
import { ProductData } from '../../../../_components/found-data'
import { Instead } from '../../../../_components/instead'
import { orFailing } from '../../../../_components/or-unavailable'
import { checkoutTexts } from '../../../../_lib/checkout-texts'
import { pageMarket } from '../../../../_lib/page-market'
import { productMetadata } from '../../../../_lib/page-metadata'
import { stripeJs } from '../../../../_lib/stripe-js'
import NotFound from '../../not-found'
import { PurchaseFields } from './purchase-fields'
import { VariantPictures } from './variant-pictures'

export const revalidate = 60

export function generateStaticParams() {
  return []
}

// The page and its metadata want the same product: one reading serves both.
const readProduct = cache(getProduct)

interface ProductPageProps {
  readonly params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: ProductPageProps): Promise<Metadata> {
  const market = await pageMarket()
  // Why it cannot be read the page says.
  const product = await readProduct((await params).slug).catch(() => null)
  if (!product) return {}
  return productMetadata(market, product)
}

async function ProductPage({ params }: ProductPageProps) {
  const market = await pageMarket()
  const product = await readProduct((await params).slug)
  if (!product) {
    return (
      <Instead fail={notFound}>
        <NotFound />
      </Instead>
    )
  }
  const { locale, t, href } = market
  return (
    <CheckoutForm className="product" stripeJs={stripeJs()} texts={checkoutTexts(t)}>
      <ProductData product={product} market={market} />
      <VariantPictures product={product} locale={locale} />
      <div className="product-facts">
        <a className="quiet" href={href('/#products')}>
          ← {t('product.all')}
        </a>
        <h1>{product.name[locale]}</h1>
        <PurchaseFields product={product} market={market} />
        <p className="description">{product.description[locale]}</p>
        <ul className="quiet promises">
          <li>{t('product.secure')}</li>
          <li>{t('product.returns')}</li>
        </ul>
      </div>
    </CheckoutForm>
  )
}

export default orFailing(ProductPage)
