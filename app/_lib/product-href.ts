/** The path of a product's page, with one of its variants chosen. `href` of a page's market puts the language before it. */
export function productHref(slug: string, sku?: string): string {
  return sku === undefined ? `/products/${slug}` : `/products/${slug}?variant=${sku}`
}
