import { isLive, settings } from '#env'
import { pageMarket } from '../_lib/page-market'
import { CartLink } from './cart-link'

/** The shop's sign, the search and the way to the cart; in test mode also how to pay without paying. */
export async function ShopHeader() {
  const { locale, t, href } = await pageMarket()
  return (
    <>
      {!isLive(settings().stripeSecretKey) && <aside className="test-mode">{t('shop.test')}</aside>}
      <header className="shop-header">
        <a className="sign" href={href('/')}>
          <img src="/icon.svg" width="36" height="36" alt="" fetchPriority="low" />
          <span>{locale === 'en' ? 'Kiosk' : '小铺'}</span>
        </a>
        <search>
          <form action={href('/search')}>
            <input
              type="search"
              name="q"
              placeholder={t('search.placeholder')}
              aria-label={t('search.label')}
              enterKeyHint="search"
              maxLength={100}
              required
            />
            <button>{t('search.go')}</button>
          </form>
        </search>
        <nav aria-label={t('shop.name')}>
          <a href={href('/collections/all')}>{t('product.all')}</a>
          <CartLink href={href('/cart')} t={t} />
        </nav>
        <p className="notice wechat" hidden>
          {t('shop.wechat')}
        </p>
      </header>
    </>
  )
}
