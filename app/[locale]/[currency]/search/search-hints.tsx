import { CollectionLinks } from '../../../_components/collection-links'
import type { PageMarket } from '../../../_lib/page-market'

/** For whoever has found nothing, or has not searched yet: what helps, and the collections. */
export function SearchHints({ text, market }: { text: string; market: PageMarket }) {
  return (
    <>
      <p className="quiet">{text}</p>
      <CollectionLinks market={market} />
    </>
  )
}
