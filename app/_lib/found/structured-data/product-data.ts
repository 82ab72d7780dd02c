// A product as search engines read it: its variants with what they cost in the page's own currency. What is not sold in that
// currency is not offered. https://developers.google.com/search/docs/appearance/structured-data/product-variants
import type { Product, Variant } from '#domain/catalogue/product'
import { fullName } from '#domain/catalogue/product'
import type { Currency } from '#domain/money/currency'
import { wholeUnits } from '#domain/money/format-money'
import { absolute } from '../absolute.ts'
import type { PageMarket } from '../../page-market.ts'
import { photoPath } from '../../photo-path.ts'

type ProductPage = Pick<PageMarket, 'locale' | 'currency' | 'href'>

/** A product in one form is a Product, one in several a ProductGroup of them. */
export function productData(product: Product, page: ProductPage): object {
  const { slug, name, description, variants, pictures } = product
  const path = page.href(`/products/${slug}`)
  const about = { name: name[page.locale], description: description[page.locale] }
  const views = pictures.map(({ stem }) => absolute(photoPath(stem)))
  const [only, ...others] = variants
  if (only && others.length === 0)
    return { '@type': 'Product', ...about, ...variantData({ variant: only, views, path, page }) }
  return {
    '@type': 'ProductGroup',
    ...about,
    url: absolute(path),
    ...(views.length > 0 && { image: views }),
    productGroupID: slug,
    hasVariant: variants
      .filter(({ prices }) => prices[page.currency] !== undefined)
      .map((variant) => ({
        '@type': 'Product',
        name: fullName({ ...variant, slug, productName: name })[page.locale],
        ...variantData({ variant, path: `${path}?variant=${variant.sku}`, page }),
      })),
  }
}

interface VariantPage {
  readonly variant: Variant
  /** Pictures of it beside its own. */
  readonly views?: readonly string[]
  readonly path: string
  readonly page: ProductPage
}

function variantData({ variant, views = [], path, page: { currency } }: VariantPage): object {
  const { sku, picture, prices, was, available } = variant
  const amount = prices[currency]
  const offer = amount !== undefined && {
    '@type': 'Offer',
    url: absolute(path),
    ...priceData(amount, currency),
    ...strikethrough(was[currency], currency),
    availability: available > 0 ? 'InStock' : 'OutOfStock',
  }
  const own = absolute(photoPath(picture))
  return { sku, image: views.length > 0 ? [own, ...views] : own, ...(offer && { offers: offer }) }
}

// https://developers.google.com/search/docs/appearance/structured-data/merchant-listing#strikethrough-pricing
function strikethrough(was: number | undefined, currency: Currency): object {
  if (was === undefined) return {}
  return {
    priceSpecification: {
      '@type': 'UnitPriceSpecification',
      priceType: 'https://schema.org/StrikethroughPrice',
      ...priceData(was, currency),
    },
  }
}

function priceData(amount: number, currency: Currency): object {
  return { price: wholeUnits({ amount, currency }), priceCurrency: currency.toUpperCase() }
}
