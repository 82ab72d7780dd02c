/** The path of a product's page with one of its variants chosen. */
export function productHref({ slug, sku }: { readonly slug: string; readonly sku: string }): string {
  return `/products/${slug}?variant=${sku}`
}
