import { locales } from '#domain/catalogue/text'
import { currencies } from '#domain/money/currency'
import { settings } from '#env'
import { pageMarket } from '../_lib/page-market'

const languageNames = { en: 'English', 'zh-CN': '简体中文' } as const
const help = [
  ['delivery', '/help/delivery'],
  ['returns', '/help/returns'],
  ['order', '/orders'],
  ['contact', '/help/contact'],
  ['privacy', '/help/privacy'],
] as const

/** Help at the same place on every page; language and currency, each a form that needs no script; who takes the money. */
export async function ShopFooter() {
  const { t, href } = await pageMarket()
  const { icpNumber } = settings()
  return (
    <footer className="shop-footer">
      <nav aria-label={t('help.title')}>
        {help.map(([topic, path]) => (
          <a key={topic} href={href(path)}>
            {t(`help.${topic}`)}
          </a>
        ))}
      </nav>
      <Preferences />
      <p>
        {t('shop.footer')}{' '}
        {icpNumber && (
          <a href="https://beian.miit.gov.cn/" lang="zh-CN">
            {icpNumber}
          </a>
        )}
      </p>
    </footer>
  )
}

async function Preferences() {
  const { locale, currency, t } = await pageMarket()
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return (
    <>
      <form action="/api/preferences" method="post" aria-label={t('shop.language')}>
        {locales.map((each) => (
          <button
            key={each}
            name="locale"
            value={each}
            lang={each}
            aria-current={each === locale || undefined}
          >
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
            aria-current={each === currency || undefined}
          >
            {each.toUpperCase()}
          </button>
        ))}
      </form>
    </>
  )
}
