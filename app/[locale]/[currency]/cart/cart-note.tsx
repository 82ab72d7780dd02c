import { type Cart, isQuantity, isSku } from '#domain/cart/cart'
import { fullName } from '#domain/catalogue/product'
import { findVariants } from '#domain/catalogue/product-store'
import type { PageMarket } from '../../../_lib/page-market'
import { isProblemCode, problemText } from '../../../_lib/requests/problem'

/** What the address says has just happened: a stranger may have written it. */
export type CartNoteWords = Readonly<
  Partial<Record<'problem' | 'added' | 'removed' | 'quantity' | 'at', string | string[]>>
>

interface CartNoteProps {
  readonly words: CartNoteWords
  readonly cart: Cart
  readonly market: PageMarket
}

/** What became of the last change: that it was made, how to undo it, or why it was not made. */
export function CartNote({ words, cart, market: { t, ...market } }: CartNoteProps) {
  const { problem, added, removed } = words
  if (isProblemCode(problem)) {
    return (
      <p className="notice cart-note" role="alert">
        {problemText(problem, t)}
      </p>
    )
  }
  if (isSku(removed) && !cart.some(({ sku }) => sku === removed))
    return <Removed words={words} sku={removed} market={{ t, ...market }} />
  if (added === undefined || cart.length === 0) return null
  const count = cart.reduce((sum, { quantity }) => sum + quantity, 0)
  return <output className="notice cart-note">{t('cart.added', { count })}</output>
}

interface RemovedProps extends Omit<CartNoteProps, 'cart'> {
  readonly sku: string
}

async function Removed({ words: { quantity, at }, sku, market: { locale, t } }: RemovedProps) {
  // Of what the shop does not know it says nothing: an address is no place to put words into its mouth.
  const [variant] = await findVariants([sku])
  if (!variant) return null
  const canUndo = isQuantity(Number(quantity))
  return (
    <div className="notice cart-note">
      <output>{t('cart.removed', { name: fullName(variant)[locale] })}</output>{' '}
      {canUndo && (
        <form action="/api/cart" method="post">
          <input type="hidden" name="sku" value={sku} />
          <input type="hidden" name="quantity" value={String(quantity)} />
          <input type="hidden" name="at" value={String(at)} />
          <input type="hidden" name="locale" value={locale} />
          <button className="link" name="action" value="put-back">
            {t('cart.undo')}
          </button>
        </form>
      )}
    </div>
  )
}
