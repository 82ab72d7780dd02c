// `payment_method_options` of a session. What they would change in a payment is imitated or has no field here, which
// gets the 501; options of methods that are never offered change nothing and are forgotten.
import { choice, flag, integer, needed, object, text, type ValueOf } from '../api/fields.ts'
import { asSent } from '../api/shared-fields.ts'

const kept = choice('none', 'off_session', 'on_session')
const notKept = choice('none')
const ifAvailable = choice('if_available', 'never')

const imitated = {
  alipay: object({ setup_future_usage: notKept }),
  card: object({
    installments: object({ enabled: flag() }),
    request_extended_authorization: ifAvailable,
    request_incremental_authorization: ifAvailable,
    request_multicapture: ifAvailable,
    request_overcapture: ifAvailable,
    request_three_d_secure: choice('any', 'automatic', 'challenge'),
    setup_future_usage: kept,
    statement_descriptor_suffix_kana: text(22),
    statement_descriptor_suffix_kanji: text(17),
  }),
  konbini: object({ expires_after_days: integer({ min: 0, max: 60 }), setup_future_usage: notKept }),
  multibanco: object({ setup_future_usage: notKept }),
  sepa_debit: object({ setup_future_usage: kept }),
  us_bank_account: object({
    financial_connections: asSent(),
    setup_future_usage: kept,
    verification_method: choice('automatic', 'instant', 'microdeposits'),
  }),
  wechat_pay: object({
    app_id: text(),
    client: needed(choice('android', 'ios', 'web')),
    setup_future_usage: notKept,
  }),
}

const neverOffered =
  'acss_debit affirm afterpay_clearpay alma amazon_pay au_becs_debit bacs_debit bancontact billie blik boleto cashapp ' +
  'crypto customer_balance demo_pay eps fpx giropay grabpay ideal kakao_pay klarna kr_card link mobilepay naver_pay oxxo ' +
  'p24 pay_by_bank payco paynow paypal payto pix revolut_pay samsung_pay satispay scalapay sequra sofort sunbit swish ' +
  'twint upi'

export const methodOptions = object({
  ...imitated,
  ...Object.fromEntries(neverOffered.split(' ').map((name) => [name, asSent()])),
})
export type MethodOptionParams = ValueOf<typeof methodOptions>
