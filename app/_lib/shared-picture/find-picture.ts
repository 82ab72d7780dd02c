// What is to be drawn for a picture's address, of which the letters at the end do not matter: a picture is always today's.
import { getCollection } from '#domain/catalogue/collection-store'
import { walkCollection } from '#domain/catalogue/listing-store'
import { findProducts, getProduct } from '#domain/catalogue/product-store'
import { isLocale, type Locale } from '#domain/catalogue/text'
import { isCurrency } from '#domain/money/currency'
import { defaultCurrency, type Market } from '../market.ts'
import { photoPath } from '../photo-path.ts'
import type { Picture } from './draw-picture.ts'
import { collectionWords, productWords, shopWords } from './picture-words.ts'

export const shopPhoto = '/hero.jpg'

/** The picture at ['en', 'usd', 'products', 'gaiwan.jpg'], or null when there is none. */
export async function findPicture([locale, ...rest]: readonly string[]): Promise<Picture | null> {
  const path = /^(?:(?:collections|([a-z]{3})\/products)\/)?([\w-]+)\.jpg$/.exec(rest.join('/'))
  if (!isLocale(locale) || !path) return null
  const [, currency, slug = ''] = path
  if (currency !== undefined) return isCurrency(currency) ? productPicture(slug, { locale, currency }) : null
  if (rest.length === 2) return collectionPicture(slug, locale)
  return slug === 'shop' ? { words: shopWords(locale), photo: shopPhoto } : null
}

async function productPicture(slug: string, market: Market): Promise<Picture | null> {
  const product = await getProduct(slug)
  if (!product) return null
  return { words: productWords(product, market), photo: photoPath(product.variants[0]?.picture ?? slug) }
}

// With the photograph of what stands first in it.
async function collectionPicture(slug: string, locale: Locale): Promise<Picture | null> {
  const collection = await getCollection(slug)
  if (!collection) return null
  const [first] = await walkCollection({
    collectionId: collection.id,
    sort: 'featured',
    currency: defaultCurrency[locale],
    after: null,
    limit: 1,
  })
  const [product] = first ? await findProducts([first.productId]) : []
  const stem = product?.variants[0]?.picture
  return { words: collectionWords(collection, locale), photo: stem ? photoPath(stem) : shopPhoto }
}
