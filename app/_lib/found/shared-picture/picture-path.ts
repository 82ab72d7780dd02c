// Where those pictures are. Each address has a few letters that stand for what is written on the picture, and in which colours:
// whoever keeps pictures by their addresses asks again when they are others.
import { createHash } from 'node:crypto'
import type { Collection } from '#domain/catalogue/collection-store'
import type { Product } from '#domain/catalogue/product'
import type { Locale } from '#domain/catalogue/text'
import { colours } from '#domain/look/tokens'
import type { Market } from '../../market.ts'
import { collectionWords, type PictureWords, productWords, shopWords } from './picture-words.ts'

/** The path of the shop's own picture. */
export function shopPicturePath(locale: Locale): string {
  return `/shared/${locale}/shop.jpg?v=${lettersFor(shopWords(locale))}`
}

/** The path of a collection's picture. */
export function collectionPicturePath(collection: Collection, locale: Locale): string {
  const letters = lettersFor(collectionWords(collection, locale))
  return `/shared/${locale}/collections/${collection.slug}.jpg?v=${letters}`
}

/** The path of a product's picture, with its price in this market. */
export function productPicturePath(product: Product, market: Market): string {
  const letters = lettersFor(productWords(product, market))
  return `/shared/${market.locale}/${market.currency}/products/${product.slug}.jpg?v=${letters}`
}

function lettersFor(words: PictureWords): string {
  return createHash('sha256')
    .update(JSON.stringify([words, colours]))
    .digest('base64url')
    .slice(0, 8)
}
