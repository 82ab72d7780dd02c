import type { Translate } from './translate.ts'

/** The words that the cart's script may have to say. What became of a change it takes from the cart's own page. */
export interface CartTexts {
  readonly cart: string
  readonly see: string
  readonly close: string
  readonly adding: string
  readonly opening: string
  readonly failed: string
}

/** Those words in the page's language. */
export function cartTexts(t: Translate): CartTexts {
  return {
    cart: t('cart.link'),
    see: t('cart.see'),
    close: t('cart.close'),
    adding: t('cart.adding'),
    opening: t('product.opening'),
    failed: t('cart.failed'),
  }
}
