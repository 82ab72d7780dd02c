import type { ComponentProps } from 'react'
import { photoSet, photoWidths, plainPhoto } from '../_lib/photo-path'
import { photoPreview } from '../_lib/photo-preview'

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
      <img src={plainPhoto(stem, kind, sizes)} alt={alt} {...image} />
    </picture>
  )
}

/** A photograph that is what a page is about: a small one of it comes within the page, and stands in its place until it is there. */
export function PreviewedPhoto(photo: PhotoProps) {
  const preview = photoPreview(photo.stem)
  return (
    <span className="previewed">
      {preview && <img src={preview} alt="" decoding="sync" />}
      <Photo {...photo} fetchPriority="high" />
    </span>
  )
}
