// What each task of the agenda does when its time has come, in a transaction of its own.
import type { Account } from './account.ts'
import { expireAtLast } from './checkout/expire-session.ts'
import { endDispute, settleDispute } from './disputes/settle-dispute.ts'
import { lapseCoupon, lapsePromotionCode } from './discounts/lapse.ts'
import { bookCharge } from './balance/book.ts'
import { releaseFunds } from './balance/release-funds.ts'
import { settlePayment } from './payments/settle-payment.ts'
import { settleRefund } from './refunds/settle-refund.ts'
import type { Work } from './store/agenda.ts'

/** The work of an account that is still being put together. */
export function laterWork(account: () => Account): Work {
  const whole = (work: (account: Account, id: string) => void) => (id: string) =>
    account().store.transaction(() => work(account(), id))
  return {
    expire_session: whole(expireAtLast),
    settle_payment: whole(settlePayment),
    book_charge: whole(bookCharge),
    release_funds: whole(releaseFunds),
    settle_refund: whole(settleRefund),
    settle_dispute: whole(settleDispute),
    end_dispute: whole(endDispute),
    lapse_coupon: whole(lapseCoupon),
    lapse_promotion_code: whole(lapsePromotionCode),
  }
}
