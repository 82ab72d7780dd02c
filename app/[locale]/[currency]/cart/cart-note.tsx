import { isQuantity, isSku } from '#domain/cart/cart'
import type { PricedCart } from '#domain/cart/price-cart'
import { fullName } from '#domain/catalogue/product'
import { findVariants } from '#domain/catalogue/product-store'
import type { PageMarket } from '../../../_lib/page-market'
import { isProblemCode, problemText } from '../../../_lib/requests/problem'
import { stockText } from './line-notes'
import { type Totals, totalText } from './totals'

/** What the address says has just happened: a stranger may have written it. */
export type CartNoteWords = Readonly<
  Partial<Record<'problem' | (typeof deeds)[number] | 'removed' | 'quantity' | 'at', string | string[]>>
>

interface CartNoteProps {
  readonly words: CartNoteWords
  readonly cart: PricedCart
  readonly totals: Totals
  readonly market: PageMarket
}

const deeds = ['added', 'changed', 'returned'] as const
// The address leads to it, and so it has the focus: what has happened is read aloud, and the keyboard goes on from there.
const note = { id: 'cart-note', className: 'notice cart-note', tabIndex: -1 }

/** What became of the last change: that it was made and what the cart comes to now, how to undo it, or why it was not made. */
export function CartNote(props: CartNoteProps) {
  const { words, cart, market } = props
  const { problem, removed } = words
  if (isProblemCode(problem)) {
    // The cart knows more about it than the address.
    const known = cart.problem?.code === problem ? cart.problem : { code: problem }
    return (
      <p {...note} role="alert">
        {problemText(known, market.locale)}
      </p>
    )
  }
  if (isSku(removed) && !cart.lines.some(({ sku }) => sku === removed))
    return <Removed {...props} sku={removed} />
  return <Changed {...props} />
}

function Changed({ words, cart: { lines }, totals, market }: CartNoteProps) {
  const { locale, t } = market
  const deed = deeds.find((each) => words[each] !== undefined)
  const line = deed && lines.find(({ sku }) => sku === words[deed])
  if (!line) return null
  const { name, quantity } = line
  const count = lines.reduce((sum, each) => sum + each.quantity, 0)
  const total = totalText(totals, market)
  // What there is of it is said at once, not only where its line stands.
  const done = t(`cart.${deed}`, { name: name[locale], quantity, count, total })
  const said = [done, stockText(line, t)].filter((text) => text !== null)
  return <output {...note}>{said.join(locale === 'en' ? ' ' : '')}</output>
}

interface RemovedProps extends CartNoteProps {
  readonly sku: string
}

async function Removed({ words: { quantity, at }, sku, cart, totals, market }: RemovedProps) {
  const { locale, t } = market
  // Of what the shop does not know it says nothing: an address is no place to put words into its mouth.
  const [variant] = await findVariants([sku])
  if (!variant) return null
  const canUndo = isQuantity(Number(quantity))
  const name = fullName(variant)[locale]
  return (
    <div {...note}>
      <output>
        {cart.lines.length === 0
          ? t('cart.removed', { name })
          : t('cart.removed-total', { name, total: totalText(totals, market) })}
      </output>{' '}
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
