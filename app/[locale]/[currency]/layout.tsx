import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { colours } from '#domain/look/tokens'
import { settings } from '#env'
import { ShopFooter } from '../../_components/shop-footer'
import { ShopHeader } from '../../_components/shop-header'
import { pageMarket } from '../../_lib/page-market'
import { shopScript } from '../../_lib/shop-script'
import '../../styles/shop.css'

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: colours.paper.light },
    { media: '(prefers-color-scheme: dark)', color: colours.paper.dark },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageMarket()
  return {
    metadataBase: new URL(settings().shopUrl),
    title: { default: `${t('shop.name')} · ${t('shop.tagline')}`, template: `%s · ${t('shop.name')}` },
    description: t('shop.description'),
    icons: '/icon.svg',
  }
}

export default async function Layout({ children }: { children: ReactNode }) {
  const { locale, t } = await pageMarket()
  return (
    <html lang={locale}>
      <body>
        <script type="module" src={shopScript()} async />
        <a className="skip" href="#content">
          {t('shop.skip')}
        </a>
        <ShopHeader />
        <main id="content">{children}</main>
        <ShopFooter />
      </body>
    </html>
  )
}
