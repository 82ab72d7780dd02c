import type { Metadata } from 'next'
import { locales } from '#domain/catalogue/text'
import type { PageMarket } from '../page-market.ts'

/**
 * A page's own address and its address in each language, for search engines. Without a language it is in the reader's; with
 * `?variant=` it is the same page.
 */
export function alternates(
  { href }: Pick<PageMarket, 'href'>,
  path: string,
): NonNullable<Metadata['alternates']> {
  const suffix = path === '/' ? '' : path
  return {
    canonical: href(path),
    languages: {
      ...Object.fromEntries(locales.map((locale) => [locale, `/${locale}${suffix}`])),
      'x-default': path,
    },
  }
}
