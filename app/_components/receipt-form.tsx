import type { Locale } from '#domain/catalogue/text'
import { isProblemCode, problemText } from '../_lib/requests/problem'
import type { Translate } from '../_lib/translate'

interface ReceiptFormProps {
  readonly token: string
  readonly t: Translate
  readonly locale: Locale
  /** What came of asking for it: `sent`, or the code of a problem. */
  readonly receipt?: string | undefined
}

/** Sends the receipt again, to where it went before; or makes one of this page, on paper. */
export function ReceiptForm({ token, t, locale, receipt }: ReceiptFormProps) {
  return (
    <form id="receipt" className="receipt-form" action="/api/orders/receipt" method="post">
      {receipt === 'sent' && <output className="notice">{t('order.receipt.sent')}</output>}
      {isProblemCode(receipt) && (
        <p className="notice" role="alert">
          {problemText({ code: receipt }, locale)}
        </p>
      )}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="locale" value={locale} />
      <button className="button">{t('order.receipt.again')}</button>
      <span className="quiet">{t('order.receipt.print')}</span>
    </form>
  )
}
