import { CollectionLinks } from '../../../../_components/collection-links'
import { pageMarket } from '../../../../_lib/page-market'

/** For a collection that is not there: those that are. */
export default async function NoCollection() {
  const market = await pageMarket()
  const { t } = market
  return (
    <div className="narrow plain">
      <h1>{t('collection.not-found.title')}</h1>
      <p>{t('collection.not-found.text')}</p>
      <CollectionLinks market={market} />
    </div>
  )
}
