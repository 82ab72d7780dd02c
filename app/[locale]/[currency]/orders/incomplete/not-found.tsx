import { PlainPage } from '../../../../_components/plain-page'
import { pageMarket } from '../../../../_lib/page-market'

/** For a link to an order that leads to none: what is wrong with it, and the ways to the order all the same. */
export default async function NoOrder() {
  const { t, href } = await pageMarket()
  return (
    <PlainPage title={t('order.none.title')} text={t('order.none.text')}>
      <a className="button strong" href={href('/orders')}>
        {t('order.find')}
      </a>
      <a className="button" href={href('/help/contact')}>
        {t('help.contact')}
      </a>
    </PlainPage>
  )
}
