// /products/{slug}?variant={sku}, by way of next.config.js: the same page, with another variant chosen.
export { default, generateMetadata } from '../page'

export const revalidate = 60

export function generateStaticParams() {
  return []
}
