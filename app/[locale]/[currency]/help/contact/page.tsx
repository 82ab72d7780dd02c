import { settings } from '#env'
import { HelpPage } from '../../../../_components/help-page'
import { helpMetadata } from '../../../../_lib/help-metadata'
import { pageMarket } from '../../../../_lib/page-market'

export const generateMetadata = helpMetadata('contact')

export function generateStaticParams() {
  return []
}

export default async function ContactPage() {
  const { t, href } = await pageMarket()
  const { contactEmail, mailFrom } = settings()
  const email = contactEmail ?? mailFrom
  return (
    <HelpPage title={t('help.contact')}>
      <p>{email ? t('help.contact.write', { email }) : t('help.contact.nobody')}</p>
      {email && (
        <p>
          <a className="button strong" href={`mailto:${email}`}>
            {email}
          </a>
        </p>
      )}
      <p>{t('help.contact.order')}</p>
      <p>
        <a className="button" href={href('/orders')}>
          {t('help.order')}
        </a>
      </p>
    </HelpPage>
  )
}
