// WeChat Pay (https://docs.stripe.com/payments/wechat-pay): the shopper scans a code. What stands in it leads to a page
// that says paid or not, as in Stripe's test mode.
import type { Account } from '../../account.ts'
import { newId } from '../../store/new-id.ts'
import type { NextAction } from '../../store/stripe-types.ts'
import { plainCourse } from '../course.ts'
import { actionUrl } from './action-url.ts'
import type { Attempt, Method } from './method.ts'

export const wechatPay: Method = {
  type: 'wechat_pay',
  currencies: 'cny aud cad chf dkk eur gbp hkd jpy nok sek sgd usd'.split(' '),
  chargePrefix: 'py_',
  flow: 'qr_code',
  holds: false,
  read: () => ({ ok: true, choice: { type: 'wechat_pay', part: { wechat_pay: {} }, course: plainCourse } }),
  details: () => ({
    type: 'wechat_pay',
    wechat_pay: { fingerprint: null, transaction_id: newId('', 28) },
  }),
  options: { wechat_pay: { app_id: null, client: 'web' } },
  action,
}

function action(account: Account, { intent }: Attempt): NextAction {
  const data = actionUrl(account, intent)
  const picture = `${data}/code.svg`
  return {
    type: 'wechat_pay_display_qr_code',
    wechat_pay_display_qr_code: {
      data,
      hosted_instructions_url: data,
      image_data_url: picture,
      image_url_png: picture,
      image_url_svg: picture,
    },
  }
}
