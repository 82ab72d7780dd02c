// What the shop writes on the page (https://docs.stripe.com/payments/checkout/custom-text): text, and links as
// Markdown has them; anything else stays as it was written.
import { html, type Html } from '../html.ts'

/** A paragraph of the shop's; nothing when it wrote none. */
export function customText(text: { message: string } | null | undefined): Html | null {
  return text ? html`<p class="custom-text">${withLinks(text.message)}</p>` : null
}

/** The text with its `[words](https://…)` as links. */
export function withLinks(text: string): (Html | string)[] {
  return text.split(/(\[[^\]]+\]\(https?:\/\/[^\s)]+\))/).map((part) => {
    const [, words, address] = /^\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)$/.exec(part) ?? []
    if (words === undefined || address === undefined) return part
    return html`<a href="${address}" target="_blank" rel="noreferrer">${words}</a>`
  })
}
