// What search engines may read. What is for one shopper alone, and lists that show part of another, they need not.
import type { MetadataRoute } from 'next'
import { locales } from '#domain/catalogue/text'
import { absolute } from './_lib/found/absolute.ts'

// SHOP_URL is not known to the build.
export const dynamic = 'force-dynamic'

const own = ['/cart', '/success', '/cancel', '/orders', '/search']
const filters = ['sort', 'in-stock', 'on-sale', 'from', 'to']

export default function robots(): MetadataRoute.Robots {
  const disallow = [
    '/api/',
    '/mail',
    ...['', ...locales.map((locale) => `/${locale}`)].flatMap((prefix) => own.map((path) => prefix + path)),
    ...filters.flatMap((filter) => [`/*?${filter}=`, `/*&${filter}=`]),
  ]
  return { rules: { userAgent: '*', disallow }, sitemap: absolute('/sitemap.xml') }
}
