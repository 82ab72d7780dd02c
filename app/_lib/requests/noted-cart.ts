import type { Locale } from '#domain/catalogue/text'

/** The address of the cart page with what has just happened, and of the note there that tells it: it takes the focus. */
export function notedCart(locale: Locale, words: Readonly<Record<string, string>>): string {
  return `/${locale}/cart?${new URLSearchParams(words)}#cart-note`
}
