/** The path of a product's page; with a sku, of the page that shows that variant. */
export function productHref({ slug, sku }: { readonly slug: string; readonly sku?: string }): string {
  return sku === undefined ? `/products/${slug}` : `/products/${slug}?variant=${sku}`
}
