// The sitemap: an index, the pages that are always there, and the products in shards, each of so many ids. A shard stays
// what it is when products are added, and no more than a part of one is ever in memory.
// https://www.sitemaps.org/protocol.html, https://developers.google.com/search/docs/specialty/international/localized-versions
import { listCollections } from '#domain/catalogue/collection-store'
import { locales } from '#domain/catalogue/text'
import { idAfter, slugsBetween } from '#domain/catalogue/walk-store'
import { absolute } from './absolute.ts'
import type { Parts } from './stream-xml.ts'
import { xmlText } from './xml.ts'

const idsInShard = 5_000
const atOnce = 500
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const withLanguages = `<urlset ${space} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`

const fixedPaths = ['/', '/help/delivery', '/help/returns', '/help/privacy', '/help/contact']

/** The index: where the parts are. Ids of which no product is left are passed over. */
export async function* sitemapIndex(): Parts {
  yield `${head}<sitemapindex ${space}>\n${sitemapAt('pages')}`
  for (let id = await idAfter(0); id !== null;) {
    const shard = Math.ceil(id / idsInShard)
    yield sitemapAt(`products-${shard}`)
    id = await idAfter(shard * idsInShard)
  }
  yield '</sitemapindex>\n'
}

/** The pages that are no product's. */
export async function* pagesSitemap(): Parts {
  const collections = await listCollections()
  const paths = [...fixedPaths, ...collections.map(({ slug }) => `/collections/${slug}`)]
  yield head + withLanguages + paths.map(urlsAt).join('')
  yield '</urlset>\n'
}

/** The products of a shard, 1 being the first; nothing at all when there are none. */
export async function* productsSitemap(shard: number): Parts {
  const upTo = shard * idsInShard
  const first = upTo - idsInShard
  for (let after = first; ;) {
    const entries = await slugsBetween({ after, upTo, limit: atOnce })
    if (after === first) {
      if (entries.length === 0) return
      yield head + withLanguages
    }
    yield entries.map(({ slug }) => urlsAt(`/products/${slug}`)).join('')
    const last = entries.at(-1)
    if (!last || entries.length < atOnce) break
    after = last.id
  }
  yield '</urlset>\n'
}

function sitemapAt(name: string): string {
  return `<sitemap><loc>${xmlText(absolute(`/sitemaps/${name}.xml`))}</loc></sitemap>\n`
}

// A page in each language, and with each of them all the others.
function urlsAt(path: string): string {
  const suffix = path === '/' ? '' : path
  const alternates = [
    ...locales.map((locale) => alternate(locale, `/${locale}${suffix}`)),
    alternate('x-default', path),
  ].join('')
  return locales
    .map((locale) => `<url><loc>${xmlText(absolute(`/${locale}${suffix}`))}</loc>${alternates}</url>\n`)
    .join('')
}

function alternate(language: string, path: string): string {
  return `<xhtml:link rel="alternate" hreflang="${language}" href="${xmlText(absolute(path))}"/>`
}
