import type { PageMarket } from '../../../../_lib/page-market'

/** What a shopper wants to know before buying: delivery, returns, and how it is paid. */
export function Promises({ market: { t, href } }: { market: PageMarket }) {
  return (
    <ul className="promises">
      <li>
        <a href={href('/help/delivery')}>{t('product.delivery')}</a>
      </li>
      <li>
        {t('product.returns')} <a href={href('/help/returns')}>{t('product.returns.more')}</a>
      </li>
      <li>{t('product.payment')}</li>
    </ul>
  )
}
