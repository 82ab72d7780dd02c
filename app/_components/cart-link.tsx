import type { Translate } from '../_lib/translate'

/**
 * The way to the cart. How many things are in it and the cart beside the page come from the browser's script, for the page is
 * the same for everybody; the words that it may have to say stand here.
 */
export function CartLink({ href, t }: { href: string; t: Translate }) {
  return (
    <>
      <a className="cart-link" href={href}>
        {t('cart.link')} <span className="cart-count" hidden />
      </a>
      <dialog
        className="cart-drawer"
        aria-label={t('cart.link')}
        closedby="any"
        tabIndex={-1}
        data-see={t('cart.see')}
        data-adding={t('cart.adding')}
        data-failed={t('cart.failed')}
      >
        <form method="dialog">
          <button className="link">{t('cart.close')}</button>
        </form>
        <output className="aloud" />
        <div className="cart" />
      </dialog>
    </>
  )
}
