import type { Translate } from '../_lib/translate'

/** What something cost before, struck through; `price` is the amount in words. What a stroke says is read aloud. */
export function FormerPrice({ price, t }: { price: string; t: Translate }) {
  return (
    <s>
      <span className="aloud">{t('catalogue.was')} </span>
      {price}
    </s>
  )
}
