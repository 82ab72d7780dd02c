// Where photographs are. Pages show them in sizes that scripts/pictures/size-pictures.ts makes out of the committed ones.

export const photoWidths = { product: [320, 640, 960], hero: [640, 960, 1536] } as const
export const photoFormats = ['avif', 'webp'] as const
type PhotoFormat = (typeof photoFormats)[number]

/** Where a product's photograph is, square and large, for whoever is no page of the shop. `stem` is the file's. */
export function photoPath(stem: string): string {
  return `/products/${stem}.jpg`
}

/** The sizes of a photograph, as the srcset attribute has them. */
export function photoSet(stem: string, kind: keyof typeof photoWidths, format: PhotoFormat): string {
  return photoWidths[kind]
    .map((width) => `/products/sized/${sizedName(stem, width, format)} ${width}w`)
    .join(', ')
}

/** The name of one size of a photograph. */
export function sizedName(stem: string, width: number, format: PhotoFormat): string {
  return `${stem}-${width}.${format}`
}
