import { HelpPage } from '../../../../_components/help-page'
import { helpMetadata } from '../../../../_lib/help-metadata'
import { pageMarket } from '../../../../_lib/page-market'

export const generateMetadata = helpMetadata('returns')

export function generateStaticParams() {
  return []
}

export default async function ReturnsPage() {
  const { t, href } = await pageMarket()
  return (
    <HelpPage title={t('help.returns')}>
      <p>{t('help.returns.what')}</p>
      <p>{t('help.returns.money')}</p>
      <p>{t('help.returns.broken')}</p>
      <p>
        <a className="button" href={href('/help/contact')}>
          {t('help.contact')}
        </a>
      </p>
    </HelpPage>
  )
}
