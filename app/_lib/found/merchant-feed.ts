// The product feed that shopping services read: RSS 2.0 with an item for each variant that is sold in the currency.
// https://support.google.com/merchants/answer/7052112
import type { Product, Variant } from '#domain/catalogue/product'
import { fullName } from '#domain/catalogue/product'
import { productsAfter } from '#domain/catalogue/walk-store'
import { wholeUnits } from '#domain/money/format-money'
import { absolute } from './absolute.ts'
import type { Market } from '../market.ts'
import { photoPath } from '../photo-path.ts'
import type { Parts } from './stream-xml.ts'
import { translator } from '../translate.ts'
import { element } from './xml.ts'

// As many as the services take for one thing.
const mostPictures = 10
// What they are made into is one piece of work, during which nobody else is served.
const atOnce = 20

/** Everything that is sold in this currency, in this language. */
export async function* merchantFeed(market: Market): Parts {
  const t = translator(market.locale)
  yield (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>\n' +
      element('title', t('shop.name')) +
      element('link', absolute(`/${market.locale}`)) +
      element('description', t('shop.description')) +
      element('language', market.locale)
  )
  for (let after = 0; ;) {
    const products = await productsAfter(after, atOnce)
    yield products.flatMap((product) => itemsOf(product, market)).join('')
    const last = products.at(-1)
    if (!last || products.length < atOnce) break
    after = last.id
  }
  yield '</channel></rss>\n'
}

function itemsOf(product: Product, market: Market): string[] {
  return product.variants.flatMap((variant) => {
    const amount = variant.prices[market.currency]
    return amount === undefined ? [] : [itemOf(product, { ...variant, amount }, market)]
  })
}

function itemOf(
  product: Product,
  variant: Variant & { amount: number },
  { locale, currency }: Market,
): string {
  const { slug, name, description, pictures, variants } = product
  const { sku, amount } = variant
  const price = (minor: number) => `${wholeUnits({ amount: minor, currency })} ${currency.toUpperCase()}`
  const was = variant.was[currency]
  const page = absolute(`/${locale}/products/${slug}`)
  const isOneOfMany = variants.length > 1
  const facts: [name: string, text: string | false][] = [
    ['g:id', sku],
    ['g:item_group_id', isOneOfMany && slug],
    ['g:title', fullName({ ...variant, slug, productName: name })[locale]],
    ['g:description', description[locale]],
    ['g:link', isOneOfMany ? `${page}?variant=${sku}` : page],
    ['g:image_link', absolute(photoPath(variant.picture))],
    ...pictures
      .slice(0, mostPictures)
      .map(({ stem }): [string, string] => ['g:additional_image_link', absolute(photoPath(stem))]),
    ['g:availability', variant.available > 0 ? 'in_stock' : 'out_of_stock'],
    ['g:price', price(was ?? amount)],
    ['g:sale_price', was !== undefined && price(amount)],
    ['g:condition', 'new'],
    // The shop's own things have no number of the trade.
    ['g:identifier_exists', 'no'],
  ]
  const texts = facts.map(([fact, text]) => (text === false ? '' : element(fact, text)))
  return `<item>${texts.join('')}</item>\n`
}
