import { photoFormats, photoSet, type photoWidths } from '../_lib/photo-path'

interface PhotoSourcesProps {
  readonly stem: string
  readonly kind: keyof typeof photoWidths
  /** How wide it is shown, as the sizes attribute has it. */
  readonly sizes: string
}

/** A photograph in every format and size, the smallest files first: a browser takes the first that it knows. */
export function PhotoSources({ stem, kind, sizes }: PhotoSourcesProps) {
  return photoFormats.map((format) => (
    <source key={format} type={`image/${format}`} srcSet={photoSet(stem, kind, format)} sizes={sizes} />
  ))
}
