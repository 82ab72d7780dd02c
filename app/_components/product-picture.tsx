interface ProductPictureProps {
  /** File stem in public/products. */
  readonly picture: string
  readonly alt: string
  /** How wide it is shown, as the sizes attribute has it. */
  readonly sizes: string
  /** Whether it is on screen at once; others wait until they are scrolled to. */
  readonly eager?: boolean
}

/** A square product photograph in the size the screen needs. Its place is kept while it loads. */
export function ProductPicture({ picture, alt, sizes, eager = false }: ProductPictureProps) {
  const file = (width: number) => `/products/${picture}-${width}.avif ${width}w`
  return (
    <picture className="product-picture">
      <source type="image/avif" srcSet={`${file(480)}, ${file(960)}`} sizes={sizes} />
      <img
        src={`/products/${picture}-960.jpg`}
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
