// A button of a bank's or a wallet's test page: how the payment goes on.
import { html, type Html } from '../html.ts'

/** A form with one button; it leads the whole window. */
export function answerButton(button: {
  action: string
  outcome: 'authorize' | 'fail'
  id: string
  label: string
}): Html {
  const { action, outcome, id, label } = button
  return html`<form method="post" action="${action}" target="_top">
    <input type="hidden" name="outcome" value="${outcome}" />
    <button class="submit ${outcome}" id="${id}" type="submit">${label}</button>
  </form>`
}
