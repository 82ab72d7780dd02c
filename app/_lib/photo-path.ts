/** Where a product's photograph is, square and large, for whoever is no page of the shop. `stem` is the file's. */
export function photoPath(stem: string): string {
  return `/products/${stem}-960.jpg`
}
