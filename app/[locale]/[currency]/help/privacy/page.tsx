import { HelpPage } from '../../../../_components/help-page'
import { helpMetadata } from '../../../../_lib/help-metadata'
import { pageMarket } from '../../../../_lib/page-market'

export const generateMetadata = helpMetadata('privacy')

export function generateStaticParams() {
  return []
}

const cookies = ['cart', 'seen', 'shopper', 'ordering', 'look-up', 'preferences'] as const

export default async function PrivacyPage() {
  const { t } = await pageMarket()
  return (
    <HelpPage title={t('help.privacy')}>
      <p>{t('help.privacy.none')}</p>
      <p>{t('help.privacy.cookies')}</p>
      <ul>
        {cookies.map((cookie) => (
          <li key={cookie}>{t(`help.privacy.cookie.${cookie}`)}</li>
        ))}
      </ul>
      <p>{t('help.privacy.stripe')}</p>
    </HelpPage>
  )
}
