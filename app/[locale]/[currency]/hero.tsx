import type { PageMarket } from '../../_lib/page-market'

/** What the shop is, in a sentence and a picture. */
export function Hero({ market: { t, href } }: { market: PageMarket }) {
  return (
    <section className="hero">
      <div>
        <h1>{t('shop.tagline')}</h1>
        <p>{t('shop.intro')}</p>
        <a className="button strong" href={href('/collections/all')}>
          {t('catalogue.look')}
        </a>
      </div>
      <picture>
        <source
          type="image/avif"
          srcSet="/hero-768.avif 768w, /hero-1536.avif 1536w"
          sizes="(min-width: 60rem) 60vw, 100vw"
        />
        <img src="/hero-1536.jpg" width="1536" height="1024" alt="" fetchPriority="high" />
      </picture>
    </section>
  )
}
