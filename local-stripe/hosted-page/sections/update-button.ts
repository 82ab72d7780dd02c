// The button that sends the form for a change, for browsers without a script; with one, the change goes by itself.
import { html, type Html } from '../html.ts'
import type { Shown } from '../shown.ts'

/** A button that submits the form without paying. It has no `type`, so that `button[type=submit]` is the one that pays. */
export function updateButton({ messages }: Shown, change: string): Html {
  return html`<button class="update" form="payment" name="change" value="${change}">
    ${messages.update}
  </button>`
}
