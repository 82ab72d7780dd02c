import type { Translate } from './translate.ts'

/** The words that the checkout button's script may have to say. */
export interface CheckoutTexts {
  readonly opening: string
  readonly unavailable: string
}

/** Those words in the page's language: messages stay on the server, so that the script stays small. */
export function checkoutTexts(t: Translate): CheckoutTexts {
  return { opening: t('product.opening'), unavailable: t('problem.payment-unavailable') }
}
