import { listShippingRates } from '#domain/shipping/shipping-store'
import type { ShippingRate } from '#domain/shipping/shipping-rate'
import { HelpPage } from '../../../../_components/help-page'
import { orFailing } from '../../../../_components/or-unavailable'
import { daysText } from '../../../../_lib/days-text'
import { helpMetadata } from '../../../../_lib/help-metadata'
import { type PageMarket, pageMarket } from '../../../../_lib/page-market'

export const revalidate = 60
export const generateMetadata = helpMetadata('delivery')

export function generateStaticParams() {
  return []
}

async function DeliveryPage() {
  const market = await pageMarket()
  const { t } = market
  const rates = await listShippingRates(market.currency)
  return (
    <HelpPage title={t('help.delivery')}>
      <ul>
        {rates.map((rate) => (
          <li key={rate.key}>{rateText(rate, market)}</li>
        ))}
      </ul>
      <p>{t('help.delivery.time')}</p>
      <p>{t('help.delivery.where')}</p>
    </HelpPage>
  )
}

export default orFailing(DeliveryPage)

function rateText({ name, amount, freeFrom, days }: ShippingRate, { t, locale, price }: PageMarket): string {
  const rate = { name: name[locale], amount: price(amount), days: daysText(days, t) }
  return freeFrom === null
    ? t('help.delivery.rate', rate)
    : t('help.delivery.rate-free-from', { ...rate, free: price(freeFrom) })
}
