// The shape of an answer in an older version: objects are kept in the newest shape and turned back when they leave.
import type { Account } from '../account.ts'
import { hasOldShape } from '../api/api-version.ts'
import {
  olderCharge,
  olderEvent,
  olderPaymentIntent,
  olderPromotionCode,
  olderSession,
  type Json,
} from './older-objects.ts'

/** A value as the named version shows it, at every depth. */
export function inShapeOf(version: string, value: object, account: Account): object {
  return hasOldShape(version) ? olderObject(value, account) : value
}

function olderObject(value: object, account: Account): Json {
  const members = Object.entries(value).map(([key, member]) => [key, olderValue(member, account)])
  const object: Json = Object.fromEntries(members)
  const turnBack = turningBack[String(object['object'])]
  return turnBack === undefined ? object : turnBack(object, account)
}

const turningBack: Record<string, (object: Json, account: Account) => Json> = {
  'checkout.session': olderSession,
  payment_intent: olderPaymentIntent,
  charge: olderCharge,
  event: olderEvent,
  promotion_code: olderPromotionCode,
}

function olderValue(value: unknown, account: Account): unknown {
  if (Array.isArray(value)) return value.map((member) => olderValue(member, account))
  return typeof value === 'object' && value !== null ? olderObject(value, account) : value
}
