import type { Metadata } from 'next'
import type { Collection } from '#domain/catalogue/collection-store'
import type { Product } from '#domain/catalogue/product'
import { locales } from '#domain/catalogue/text'
import { alternates } from './alternates.ts'
import type { PageMarket } from '../page-market.ts'
import { pictureSize } from './shared-picture/picture-size.ts'
import { collectionPicturePath, productPicturePath, shopPicturePath } from './shared-picture/picture-path.ts'

interface PageWords {
  /** The page's public path, without its language. */
  readonly path: string
  /** The shop's own name and words where there is none. */
  readonly title?: string
  readonly description: string
  /** Path of the picture that is shown where the page is shared. */
  readonly picture: string
}

const openGraphLocales = { en: 'en_US', 'zh-CN': 'zh_CN' } as const

/** What search engines, and people who are sent its address, see of a page. */
export function pageMetadata(market: PageMarket, { path, title, description, picture }: PageWords): Metadata {
  const { locale, t, href } = market
  return {
    ...(title && { title }),
    description,
    alternates: alternates(market, path),
    openGraph: {
      siteName: t('shop.name'),
      locale: openGraphLocales[locale],
      alternateLocale: locales.filter((other) => other !== locale).map((other) => openGraphLocales[other]),
      url: href(path),
      images: { url: picture, ...pictureSize, alt: title ?? t('shop.tagline') },
    },
    // Its picture is the one above, which need not be named twice.
    twitter: { card: 'summary_large_image', images: [] },
  }
}

/** What is seen of the shop itself. */
export function metadataOfShop(market: PageMarket): Metadata {
  const { locale, t } = market
  const picture = shopPicturePath(locale)
  return pageMetadata(market, { path: '/', description: t('shop.description'), picture })
}

/** What is seen of a product, in the page's language and currency. */
export function metadataOfProduct(market: PageMarket, product: Product): Metadata {
  const { slug, name, description } = product
  return pageMetadata(market, {
    path: `/products/${slug}`,
    title: name[market.locale],
    description: description[market.locale],
    picture: productPicturePath(product, market),
  })
}

/** What is seen of a collection. Only its first page, with nothing left out, is one to be found. */
export function metadataOfCollection(market: PageMarket, collection: Collection): Metadata {
  const { locale, t } = market
  const { slug, name, description } = collection
  return pageMetadata(market, {
    path: `/collections/${slug}`,
    title: name[locale],
    description: description[locale] || t('shop.description'),
    picture: collectionPicturePath(collection, locale),
  })
}
