// Who asks for another name than this machine's own was led here by that name's DNS: a web page that would otherwise read
// what is here as if it were its own site.
import { errorBody } from '../api/stripe-error.ts'
import { json, type Reply } from './reply.ts'

/** Whether a Host header names this machine as its own programs do, with or without a port. */
export function isOwnHost(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i.test(host ?? '')
}

/** 403, in Stripe's error shape. */
export function refuseHost(): Reply {
  const message = 'Local Stripe answers at 127.0.0.1 and localhost only, and not by any other name.'
  return json(403, errorBody({ status: 403, message }))
}
