// JSON as one reads it: indented, its parts told apart, and every id that names something a link to it.
import { html, type Html } from '../hosted-page/html.ts'

/** Gives the address of what a text names, null when it names nothing. */
export type LinkOf = (text: string) => string | null

const step = '  '

/** A value of JSON as markup for inside `pre`. */
export function jsonMarkup(value: unknown, linkOf: LinkOf, indent = ''): Html {
  if (typeof value === 'string') return textMarkup(value, linkOf)
  if (Array.isArray(value)) {
    const items = value.map((item) => jsonMarkup(item, linkOf, indent + step))
    return bracketed({ items, indent, open: '[', close: ']' })
  }
  if (typeof value === 'object' && value !== null) {
    const items = Object.entries(value).map(
      ([key, member]) =>
        html`<span class="key">${JSON.stringify(key)}</span>: ${jsonMarkup(member, linkOf, indent + step)}`,
    )
    return bracketed({ items, indent, open: '{', close: '}' })
  }
  return html`<span class="plain">${String(value)}</span>`
}

function textMarkup(text: string, linkOf: LinkOf): Html {
  const address = /^[\w.-]{3,255}$/.test(text) ? linkOf(text) : null
  const quoted = JSON.stringify(text)
  return address === null
    ? html`<span class="text">${quoted}</span>`
    : html`<a class="text" href="${address}">${quoted}</a>`
}

function bracketed(list: { items: Html[]; indent: string; open: string; close: string }): Html {
  const { items, indent, open, close } = list
  if (items.length === 0) return html`${open}${close}`
  const lines = items.map(
    (item, index) => html`${`\n${indent}${step}`}${item}${index < items.length - 1 && ','}`,
  )
  return html`${open}${lines}${`\n${indent}${close}`}`
}
