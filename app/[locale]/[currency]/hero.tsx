import { PhotoSources } from '../../_components/photo-sources'
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
        <PhotoSources stem="hero" kind="hero" sizes="(min-width: 60rem) 60vw, 100vw" />
        <img src="/hero.jpg" width="1536" height="1024" alt="" fetchPriority="high" />
      </picture>
    </section>
  )
}
