// Multibanco (https://docs.stripe.com/payments/multibanco/accept-a-payment): a reference that is paid at a cash machine
// in Portugal.
import { seconds, type Account } from '../../account.ts'
import type { NextAction, PaymentMethodDetails } from '../../store/stripe-types.ts'
import { plainCourse, type Course } from '../course.ts'
import type { Attempt, Method } from './method.ts'
import { fateOfEmail, voucherCourse, voucherExpiry } from './vouchers.ts'

export const multibanco: Method = {
  type: 'multibanco',
  currencies: ['eur'],
  chargePrefix: 'py_',
  flow: 'voucher',
  holds: false,
  read: () => ({
    ok: true,
    choice: { type: 'multibanco', part: { multibanco: {} }, course: plainCourse },
  }),
  details,
  options: { multibanco: {} },
  action,
  course,
}

const day = 24 * 3600
const entity = '12345'
const reference = '999999999'
/** It can be paid for a week, and has failed after eleven days. */
const daysToPay = 7
const daysToFail = 11

function details(): PaymentMethodDetails {
  return { type: 'multibanco', multibanco: { entity, reference } }
}

function course({ method }: Pick<Attempt, 'method'>): Course {
  return voucherCourse(fateOfEmail(method.billing_details.email), daysToFail * day * 1000)
}

function action(account: Account, { intent, method }: Attempt): NextAction {
  const now = seconds(account)
  const fate = fateOfEmail(method.billing_details.email)
  return {
    type: 'multibanco_display_details',
    multibanco_display_details: {
      entity,
      expires_at: voucherExpiry(fate, { now, ordinary: now + daysToPay * day }),
      hosted_voucher_url: `${account.url}/c/voucher/${intent.id}`,
      reference,
    },
  }
}
