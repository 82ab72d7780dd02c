import { addressLines } from '#domain/orders/address-lines'
import type { Order } from '#domain/orders/order'
import type { Translate } from '../_lib/translate'

/** Where an order goes and who paid it: for nobody but the browser that placed it. */
export function OrderReader({ order, t }: { order: Order; t: Translate }) {
  const { locale, shippingAddress, customerName, email } = order
  const payer = [customerName, email].filter((part) => part !== null)
  return (
    <dl className="order-reader">
      {shippingAddress && <Lines title={t('order.to')} lines={addressLines(shippingAddress, locale)} />}
      {payer.length > 0 && <Lines title={t('order.paid-by')} lines={payer} />}
    </dl>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <dt>{title}</dt>
      {lines.map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  )
}
