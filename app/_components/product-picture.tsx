import { photoPath } from '../_lib/photo-path'
import { PhotoSources } from './photo-sources'

interface ProductPictureProps {
  /** File stem in public/products. */
  readonly picture: string
  readonly alt: string
  /** How wide it is shown, as the sizes attribute has it. */
  readonly sizes: string
  /** Whether it is on screen at once; others wait until they are scrolled to. */
  readonly eager?: boolean
}

/** A square product photograph in the size the screen needs. Its place is kept while it loads, or when there is none. */
export function ProductPicture({ picture, alt, sizes, eager = false }: ProductPictureProps) {
  return (
    <picture className="product-picture">
      <PhotoSources stem={picture} kind="product" sizes={sizes} />
      <img
        src={photoPath(picture)}
        alt={alt}
        width="960"
        height="960"
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : 'auto'}
        decoding="async"
      />
    </picture>
  )
}
