import { maximumQuantity } from '#domain/cart/cart'
import type { PricedLine } from '#domain/cart/price-cart'
import { amountBefore, type SeenPrices } from '#domain/cart/seen-prices'
import { few } from '#domain/stock/stock-store'
import type { PageMarket } from '../../../_lib/page-market'
import type { Translate } from '../../../_lib/translate'

interface LineNotesProps {
  readonly line: PricedLine
  readonly seen: SeenPrices | null
  readonly market: PageMarket
}

/** What has changed about a line since it was put into the cart, and what keeps it from being bought. */
export function LineNotes({ line, seen, market }: LineNotesProps) {
  return (
    <>
      <PriceChange line={line} seen={seen} market={market} />
      <LineProblem line={line} market={market} />
    </>
  )
}

function PriceChange({ line, seen, market: { t, price, currency } }: LineNotesProps) {
  const { unitAmount, problem } = line
  const before = amountBefore(seen, { ...line, currency })
  if (before === null || (problem && problem.code !== 'sold-out')) return null
  const change = `${price(before)}\u00A0→\u00A0${price(unitAmount)}`
  return (
    <p className="notice price">{t(`cart.line.${unitAmount < before ? 'cheaper' : 'dearer'}`, { change })}</p>
  )
}

function LineProblem({ line, market }: Omit<LineNotesProps, 'seen'>) {
  const { t } = market
  const { problem } = line
  if (problem?.code === 'sold-out') return <SoldOut line={line} market={market} />
  if (problem?.code === 'unknown-sku' || problem?.code === 'not-sold-in-currency')
    return <p className="notice">{t(`cart.line.${problem.code}`)}</p>
  const text = stockText(line, t)
  return text && <p className="quiet">{text}</p>
}

/** How many there are, where that is not more than what is wanted; else null. */
export function stockText({ problem, quantity, available }: PricedLine, t: Translate): string | null {
  if (problem?.code === 'sold-out') return t('cart.line.sold-out', { available, quantity })
  if (problem) return null
  if (quantity === available && available <= few) return t('cart.line.all')
  return quantity < maximumQuantity ? null : t('cart.line.most', { maximum: maximumQuantity })
}

function SoldOut({ line, market: { t, locale } }: Omit<LineNotesProps, 'seen'>) {
  const { sku, available } = line
  return (
    <form className="notice cart-take" action="/api/cart" method="post">
      {stockText(line, t)}
      {available > 0 && (
        <>
          <input type="hidden" name="sku" value={sku} />
          <input type="hidden" name="quantity" value={available} />
          <input type="hidden" name="locale" value={locale} />
          <button className="link" name="action" value="set">
            {t('cart.line.take', { available })}
          </button>
        </>
      )}
    </form>
  )
}
