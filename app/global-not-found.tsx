import type { Metadata } from 'next'
import { PlainPage } from './_components/plain-page'
import { translator } from './_lib/translate'
import './styles/shop.css'

export const metadata: Metadata = { title: '404' }

/** For addresses that no page has. No language is known here, so it speaks both. */
export default function GlobalNotFound() {
  return (
    <html lang="en">
      <body>
        <main>
          {(['en', 'zh-CN'] as const).map((locale) => {
            const t = translator(locale)
            return (
              <section key={locale} lang={locale}>
                <PlainPage title={t('not-found.title')} text={t('not-found.text')}>
                  <a className="button" href={`/${locale}`}>
                    {t('order.to-shop')}
                  </a>
                </PlainPage>
              </section>
            )
          })}
        </main>
      </body>
    </html>
  )
}
