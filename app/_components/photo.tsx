import type { ComponentProps } from 'react'
import { photoSet, type photoWidths } from '../_lib/photo-path'

interface PhotoProps extends Pick<
  ComponentProps<'img'>,
  'src' | 'alt' | 'width' | 'height' | 'loading' | 'fetchPriority'
> {
  readonly stem: string
  readonly kind: keyof typeof photoWidths
  /** How wide it is shown, as the sizes attribute has it. */
  readonly sizes: string
  readonly className?: string
}

/** A photograph in the size that the screen needs: as AVIF, else as WebP, else the one that `src` names. */
export function Photo({ stem, kind, sizes, className, alt, ...image }: PhotoProps) {
  return (
    <picture className={className}>
      <source type="image/avif" srcSet={photoSet(stem, kind, 'avif')} sizes={sizes} />
      <img srcSet={photoSet(stem, kind, 'webp')} sizes={sizes} alt={alt} {...image} />
    </picture>
  )
}
