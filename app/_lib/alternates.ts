import type { Metadata } from 'next'
import { locales } from '#domain/catalogue/text'
import type { PageMarket } from './page-market.ts'

/** A page's own address and its address in each language, for search engines. */
export function alternates({ href }: PageMarket, path: string): NonNullable<Metadata['alternates']> {
  const suffix = path === '/' ? '' : path
  return {
    canonical: href(path),
    languages: {
      ...Object.fromEntries(locales.map((locale) => [locale, `/${locale}${suffix}`])),
      'x-default': path,
    },
  }
}
