import type { Translate } from '../_lib/translate'

/** A page that waits for news of its order. */
export interface Waiting {
  /** What it finds the order by. */
  readonly by: { readonly token: string } | { readonly session_id: string }
  readonly path: string
  /** How often it has looked by itself. */
  readonly look: number
}

interface OrderWaitingProps extends Waiting {
  readonly t: Translate
  /** The status that the page shows. */
  readonly status: string
}

const mostLooks = 9

/**
 * Sees to it that a page has the news it waits for: by itself, and at a click. A browser without script loads the page again,
 * more and more seldom and for an hour at most.
 */
export function OrderWaiting({ t, status, by, path, look }: OrderWaitingProps) {
  const search = 'session_id' in by ? { session_id: by.session_id } : {}
  const next = `${path}?${new URLSearchParams({ ...search, look: String(look + 1) })}`
  return (
    <p
      className="quiet"
      data-watch={`/api/orders/status?${new URLSearchParams({ ...by })}`}
      data-status={status}
    >
      {look < mostLooks && (
        <noscript>
          <meta httpEquiv="refresh" content={`${5 * 2 ** look}; url=${next}`} />
        </noscript>
      )}
      {t('order.waiting')} <a href={`${path}?${new URLSearchParams(search)}`}>{t('order.look-again')}</a>
    </p>
  )
}

/** How often a page has looked by itself, out of its address. */
export function readLook(look: unknown): number {
  return typeof look === 'string' && /^\d$/.test(look) ? Number(look) : 0
}
