// Where photographs are. Pages show them in sizes that scripts/pictures/size-pictures.ts makes out of the committed ones.

/** Widths in pixels as AVIF, by where a photograph is shown. */
export const photoWidths = { product: [320, 640, 960], card: [320, 640], hero: [640, 960, 1536] } as const
/** As WebP, for browsers without AVIF: the first for a thumbnail, the last for most screens. */
export const plainWidths = { product: [320, 640], card: [320, 640], hero: [960] } as const
/** Of the preview that comes within the page: as large as a telephone shows it, and of few bytes. */
export const previewWidths = { product: 320, hero: 400 } as const

/** Where a product's photograph is, square and large, for whoever is no page of the shop. `stem` is the file's. */
export function photoPath(stem: string): string {
  return `/products/${stem}.jpg`
}

/** The sizes of a photograph as AVIF, as the srcset attribute has them. */
export function photoSet(stem: string, kind: keyof typeof photoWidths): string {
  return photoWidths[kind].map((width) => `${sizedPath(stem, width, 'avif')} ${width}w`).join(', ')
}

/**
 * Where the one WebP of a photograph is that browsers without AVIF show; `sizes` is how wide, as the sizes attribute has it. A set
 * to choose from would cost every page a kilobyte, for the few that have no AVIF.
 */
export function plainPhoto(stem: string, kind: keyof typeof plainWidths, sizes: string): string {
  const widths = plainWidths[kind]
  const isThumbnail = /^[\d.]+rem$/.test(sizes)
  return sizedPath(stem, widths.at(isThumbnail ? 0 : -1) ?? widths[0], 'webp')
}

/** Where one size of a photograph is. */
export function sizedPath(stem: string, width: number, format: 'avif' | 'webp'): string {
  return `/sized/${sizedName(stem, width, format)}`
}

/** The name of one size of a photograph. */
export function sizedName(stem: string, width: number, format: 'avif' | 'webp'): string {
  return `${stem}-${width}.${format}`
}

/** The name of a photograph's preview. */
export function previewName(stem: string): string {
  return `${stem}-preview.webp`
}
