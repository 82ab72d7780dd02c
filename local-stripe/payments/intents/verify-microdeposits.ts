// POST /v1/payment_intents/:id/verify_microdeposits (https://docs.stripe.com/api/payment_intents/verify_microdeposits),
// with the amounts and codes of Stripe's test mode.
import type { Call } from '../../api/route.ts'
import { invalidRequest, StripeError } from '../../api/stripe-error.ts'
import type { PaymentIntent } from '../../store/stripe-types.ts'
import { confirmIntent } from '../confirm-intent.ts'
import { hideMethod } from '../method-details.ts'
import { checkUsable } from '../payment-methods/method-to-pay-with.ts'
import { awaitedAction } from '../require-action.ts'
import { intentAt } from './find-intent.ts'
import { declined, unexpectedState } from './intent-errors.ts'

type Params = { amounts: number[] | undefined; descriptor_code: string | undefined }

/** Verifies the bank account that a PaymentIntent waits for, and goes on. Throws Stripe's 400s. */
export function verifyMicrodeposits(call: Call<Params>): PaymentIntent | StripeError {
  const { account, id, params, request } = call
  const intent = intentAt(account, id)
  const method = account.store.find('payment_method', intent.payment_method ?? '')
  if (awaitedAction(intent) !== 'microdeposits' || method === null) {
    throw unexpectedState(intent, 'This PaymentIntent does not require microdeposit verification.')
  }
  checkUsable(account, method, intent.customer)
  checkAnswer(params)
  hideMethod(account, method.id, { verified: true })
  const confirmed = confirmIntent(account, { intent, method, cause: { request } })
  if (confirmed.result === 'declined') return declined(confirmed.intent, confirmed.decline)
  return confirmed.intent
}

function checkAnswer({ amounts, descriptor_code }: Params): void {
  if ((amounts === undefined) === (descriptor_code === undefined)) {
    throw invalidRequest('You must provide exactly one of these parameters: amounts, descriptor_code.')
  }
  const given = descriptor_code ?? amounts?.toSorted((a, b) => a - b).join(',') ?? ''
  const answer = Object.hasOwn(answers, given) ? answers[given] : undefined
  if (answer === 'verified') return
  if (answer !== undefined) throw invalidRequest(answer.message, { code: answer.code })
  const code =
    amounts === undefined
      ? 'payment_method_microdeposit_verification_descriptor_code_mismatch'
      : 'payment_method_microdeposit_verification_amounts_mismatch'
  throw invalidRequest('The microdeposit values that you provided do not match what was sent.', { code })
}

type Refusal = { code: string; message: string }
const tooOften: Refusal = {
  code: 'payment_method_microdeposit_verification_attempts_exceeded',
  message: 'You have exceeded the number of allowed verification attempts.',
}
const tooLate: Refusal = {
  code: 'payment_method_microdeposit_verification_timeout',
  message: 'Payment method should be verified with microdeposits within allowed period.',
}
const answers: Partial<Record<string, 'verified' | Refusal>> = {
  '32,45': 'verified',
  SM11AA: 'verified',
  '10,11': tooOften,
  SM33CC: tooOften,
  '40,41': tooLate,
  SM44DD: tooLate,
}
