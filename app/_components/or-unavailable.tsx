import type { ReactNode } from 'react'
import { pageMarket } from '../_lib/page-market'
import { isDatabaseUnavailable } from '../_lib/requests/problem'
import { Instead } from './instead'
import { PlainPage } from './plain-page'

type Page<Props> = (props: Props) => Promise<ReactNode>

/** The page, and while the database cannot be asked one that says so and leads on. */
export function orUnavailable<Props>(page: Page<Props>): Page<Props> {
  return (props) => page(props).catch((error: unknown) => <Unavailable error={error} />)
}

/** The same for a page that is kept in a cache: it fails besides, so that of these words nothing is kept. */
export function orFailing<Props>(page: Page<Props>): Page<Props> {
  return (props) =>
    page(props).catch((error: unknown) => (
      <Instead fail={() => rethrow(error)}>
        <Unavailable error={error} />
      </Instead>
    ))
}

/** Says that the shop is busy. Throws any other error on: not-found and redirects are errors too. */
async function Unavailable({ error }: { error: unknown }) {
  if (!isDatabaseUnavailable(error)) throw error
  const { t, href } = await pageMarket()
  return (
    <PlainPage title={t('shop.unavailable.title')} text={t('shop.unavailable.text')}>
      <a className="button" href={href('/')}>
        {t('order.to-shop')}
      </a>
    </PlainPage>
  )
}

function rethrow(error: unknown): never {
  throw error
}
