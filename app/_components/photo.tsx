import type { ComponentProps } from 'react'
import { photoSet, photoWidths, sizedPath } from '../_lib/photo-path'

type Image = Pick<ComponentProps<'img'>, 'alt' | 'width' | 'height' | 'loading' | 'fetchPriority'>

interface PhotoProps extends Image {
  readonly stem: string
  readonly kind: keyof typeof photoWidths
  /** How wide it is shown, as the sizes attribute has it. */
  readonly sizes: string
  readonly className?: string
}

/** A photograph as AVIF in the size that the screen needs; for browsers without AVIF as WebP, in a size that fits most. */
export function Photo({ stem, kind, sizes, className, alt, ...image }: PhotoProps) {
  return (
    <picture className={className}>
      <source type="image/avif" srcSet={photoSet(stem, kind)} sizes={sizes} />
      <img src={sizedPath(stem, photoWidths[kind][1], 'webp')} alt={alt} {...image} />
    </picture>
  )
}
