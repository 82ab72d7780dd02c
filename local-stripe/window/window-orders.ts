// The window's buttons: each gives an order of the control API, by the same rules, and leads back to its page.
import type { Account } from '../account.ts'
import { answerControlRequest } from '../control/answer-control-request.ts'
import { resend } from '../events/event-routes.ts'
import { seeOther, type Reply } from '../http/reply.ts'
import { noSuchPage, refusedPage } from './no-such-page.ts'
import { isWindowPath, paths } from './paths.ts'

/** An order of the control API, with the members of its body. */
type Given = { method?: string; path: string; body: Record<string, unknown> }

/** Carries out what a button stands for, and leads back; or a page that says why not. */
export function carryOut(account: Account, name: string, form: URLSearchParams): Reply {
  if (name === 'resend' && form.has('listeners')) return resendToListeners(account, form)
  const orders = given[name]?.(form)
  if (orders === undefined) return noSuchPage(account, 'order', name)
  for (const { method = 'POST', path, body } of orders) {
    const text = JSON.stringify(body)
    const reply = answerControlRequest(account, { method, path, query: '', body: text, headers: {} })
    if (reply.status !== 200) return refusedPage(account, reasonIn(reply), reply.status)
  }
  return seeOther(backFrom(form))
}

const given: Record<string, (form: URLSearchParams) => Given[]> = {
  advance: (form) => [
    { path: '/_local/clock/advance', body: { seconds: Number(form.get('seconds') ?? Number.NaN) } },
  ],
  'advance-to-next': () => [{ path: '/_local/clock/advance-to-next', body: {} }],
  hold: (form) => [{ path: '/_local/webhooks/hold', body: { held: form.get('held') === 'true' } }],
  'clear-faults': () => [
    { method: 'DELETE', path: '/_local/faults', body: {} },
    { method: 'DELETE', path: '/_local/webhooks/faults', body: {} },
  ],
  resend: (form) => [
    {
      path: '/_local/webhooks/redeliver',
      body: { event: form.get('event'), endpoint: form.get('endpoint') },
    },
  ],
}

function resendToListeners(account: Account, form: URLSearchParams): Reply {
  const id = form.get('event') ?? ''
  const event = account.store.find('event', id)
  if (event === null) return noSuchPage(account, 'event', id)
  resend(account, event, { for_stripecli: 'true' })
  return seeOther(backFrom(form))
}

/** The page that the button was on; never another site's. */
function backFrom(form: URLSearchParams): string {
  const back = form.get('back') ?? ''
  return isWindowPath(back) ? back : paths.overview
}

function reasonIn({ body = '' }: Reply): string {
  const answer: unknown = JSON.parse(body)
  const known = typeof answer === 'object' && answer !== null && 'error' in answer
  return known ? String(answer.error) : body
}
