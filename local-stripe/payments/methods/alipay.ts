// Alipay (https://docs.stripe.com/payments/alipay): the shopper goes to the wallet's page and comes back paid or not.
import type { Account } from '../../account.ts'
import { newId } from '../../store/new-id.ts'
import type { NextAction } from '../../store/stripe-types.ts'
import { plainCourse } from '../course.ts'
import { actionUrl } from './action-url.ts'
import type { Attempt, Method } from './method.ts'

export const alipay: Method = {
  type: 'alipay',
  currencies: ['cny', 'aud', 'cad', 'eur', 'gbp', 'hkd', 'jpy', 'myr', 'nzd', 'sgd', 'usd'],
  chargePrefix: 'py_',
  flow: 'redirect',
  holds: false,
  read: () => ({ ok: true, choice: { type: 'alipay', part: { alipay: {} }, course: plainCourse } }),
  details: () => ({ type: 'alipay', alipay: { fingerprint: null, transaction_id: newId('', 28) } }),
  options: { alipay: {} },
  action,
}

function action(account: Account, { intent, returnUrl }: Attempt): NextAction {
  const url = actionUrl(account, intent)
  return {
    type: 'alipay_handle_redirect',
    alipay_handle_redirect: { native_data: null, native_url: null, return_url: returnUrl, url },
  }
}
