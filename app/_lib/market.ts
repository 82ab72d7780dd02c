// Which language and currency a visitor gets. A page's address holds both (/en/usd/products/x inside), so that every
// page is static; next.config.js maps public addresses to it by cookie and Accept-Language, before any page is rendered.
import { isLocale, type Locale } from '#domain/catalogue/text'
import { type Currency, isCurrency } from '#domain/money/currency'

export interface Market {
  readonly locale: Locale
  readonly currency: Currency
}

/** What a shopper who chose no currency pays in. */
export const defaultCurrency: Readonly<Record<Locale, Currency>> = { en: 'usd', 'zh-CN': 'cny' }

/** Matches an Accept-Language that names Chinese before English, in either case: rewrites know no flags. */
export const prefersChinese = '(?:(?!\\b[eE][nN]\\b).)*\\b[zZ][hH]\\b.*'

/** The market a request comes from: what it asks for itself, else its cookies, else its Accept-Language. */
export function marketOf(request: Request, asked: { locale?: unknown; currency?: unknown } = {}): Market {
  const cookies = readCookies(request.headers.get('cookie'))
  const locale =
    [asked.locale, cookies.get('locale')].find(isLocale) ?? localeOf(request.headers.get('accept-language'))
  const currency =
    currencyNamed(asked.currency) ?? currencyNamed(cookies.get('currency')) ?? defaultCurrency[locale]
  return { locale, currency }
}

/** The currency that `name` names, in any case; undefined when it is none of the shop's. */
export function currencyNamed(name: unknown): Currency | undefined {
  const code = typeof name === 'string' ? name.toLowerCase() : name
  return isCurrency(code) ? code : undefined
}

/** The cookies of a request's Cookie header, by name. */
export function readCookies(header: string | null): ReadonlyMap<string, string> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='))
  return new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]))
}

function localeOf(acceptLanguage: string | null): Locale {
  return new RegExp(`^${prefersChinese}$`).test(acceptLanguage ?? '') ? 'zh-CN' : 'en'
}
