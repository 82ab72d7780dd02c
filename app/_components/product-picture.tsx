import { Photo } from './photo'

interface ProductPictureProps {
  /** File stem in public/products. */
  readonly picture: string
  readonly alt: string
  /** How wide it is shown, as the sizes attribute has it. */
  readonly sizes: string
  /** Whether it is on screen at once; others wait until they are scrolled to. */
  readonly eager?: boolean
}

/** A product photograph beside others, square, never wider than half a page. Its place is kept while it loads, or when there is none. */
export function ProductPicture({ picture, alt, sizes, eager = false }: ProductPictureProps) {
  return (
    <Photo
      className="product-picture"
      stem={picture}
      kind="card"
      sizes={sizes}
      alt={alt}
      width="960"
      height="960"
      {...(eager ? { fetchPriority: 'high' } : { loading: 'lazy' })}
    />
  )
}
