import type { Product } from '#domain/catalogue/product'
import type { Locale } from '#domain/catalogue/text'
import { ProductPicture } from '../../../../_components/product-picture'

/** The picture of the chosen variant: the style sheet shows the one whose radio button is checked, so no script is needed. */
export function VariantPictures({ product, locale }: { product: Product; locale: Locale }) {
  return (
    <div className="variant-pictures">
      {product.variants.map(({ sku, picture, name }, index) => (
        <ProductPicture
          key={sku}
          picture={picture}
          alt={name ? `${product.name[locale]}, ${name[locale]}` : product.name[locale]}
          sizes="(min-width: 60rem) 36rem, 100vw"
          eager={index === 0}
        />
      ))}
    </div>
  )
}
