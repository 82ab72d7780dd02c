import type { Picture, Product, Variant } from '#domain/catalogue/product'
import { Photo, PreviewedPhoto } from '../../../../_components/photo'
import { photoPath, sizedPath } from '../../../../_lib/photo-path'
import type { PageMarket } from '../../../../_lib/page-market'

interface GalleryProps {
  readonly product: Product
  readonly variant: Variant
  readonly market: PageMarket
}

/** The variant's picture and the product's other views, in a row to swipe or to walk with the arrow keys; each opens large. */
export function Gallery({ product, variant, market: { locale, t } }: GalleryProps) {
  const pictures = [pictureOf(product, variant), ...product.pictures]
  return (
    <div className="gallery" data-close={t('cart.close')}>
      <section className="slides" aria-label={t('product.pictures')}>
        {pictures.map(({ stem, alt }, index) => (
          <a
            key={stem}
            id={`picture-${index + 1}`}
            href={photoPath(stem)}
            data-at={pictures.length > 1 ? `${index + 1}/${pictures.length}` : undefined}
          >
            <Slide stem={stem} alt={alt[locale]} isFirst={index === 0} />
          </a>
        ))}
      </section>
      {pictures.length > 1 && <Thumbnails pictures={pictures} />}
    </div>
  )
}

function Slide({ stem, alt, isFirst }: { stem: string; alt: string; isFirst: boolean }) {
  const sizes = '(min-width: 60rem) 36rem, 60vw'
  const photo = {
    className: 'product-picture',
    stem,
    alt,
    sizes,
    kind: 'product',
    width: 960,
    height: 960,
  } as const
  return isFirst ? <PreviewedPhoto {...photo} /> : <Photo {...photo} loading="lazy" />
}

// For pointers alone: keys and screen readers walk the pictures themselves.
function Thumbnails({ pictures }: { pictures: readonly Picture[] }) {
  return (
    <div className="thumbnails">
      {pictures.map(({ stem }, index) => (
        <a key={stem} href={`#picture-${index + 1}`} tabIndex={-1} aria-hidden="true">
          <img src={sizedPath(stem, 320, 'webp')} alt="" loading="lazy" />
        </a>
      ))}
    </div>
  )
}

function pictureOf({ name }: Product, variant: Variant): Picture {
  const alt = variant.name
    ? { en: `${name.en}, ${variant.name.en}`, 'zh-CN': `${name['zh-CN']}，${variant.name['zh-CN']}` }
    : name
  return { stem: variant.picture, alt }
}
