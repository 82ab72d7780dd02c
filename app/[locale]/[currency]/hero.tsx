import { PreviewedPhoto } from '../../_components/photo'
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
      <PreviewedPhoto
        stem="hero"
        kind="hero"
        sizes="(min-width: 60rem) 60vw, 100vw"
        width="1536"
        height="1024"
        alt=""
      />
    </section>
  )
}
