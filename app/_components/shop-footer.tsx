import { locales } from '#domain/catalogue/text'
import { currencies } from '#domain/money/currency'
import { pageMarket } from '../_lib/page-market'

const languageNames = { en: 'English', 'zh-CN': '简体中文' } as const

/** Language and currency, each a form that needs no script, and who takes the money. */
export async function ShopFooter() {
  const { locale, currency, t } = await pageMarket()
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return (
    <footer className="shop-footer">
      <form action="/api/preferences" method="post" aria-label={t('shop.language')}>
        {locales.map((each) => (
          <button key={each} name="locale" value={each} lang={each} aria-current={each === locale}>
            {languageNames[each]}
          </button>
        ))}
      </form>
      <form action="/api/preferences" method="post" aria-label={t('shop.currency')}>
        {currencies.map((each) => (
          <button
            key={each}
            name="currency"
            value={each}
            title={names.of(each)}
            aria-current={each === currency}
          >
            {each.toUpperCase()}
          </button>
        ))}
      </form>
      <p>{t('shop.footer')}</p>
    </footer>
  )
}
