import { PlainPage } from '../../_components/plain-page'
import { pageMarket } from '../../_lib/page-market'

export default async function NotFound() {
  const { t, href } = await pageMarket()
  return (
    <PlainPage title={t('not-found.title')} text={t('not-found.text')}>
      <a className="button" href={href('/')}>
        {t('order.to-shop')}
      </a>
    </PlainPage>
  )
}
