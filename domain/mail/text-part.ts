import { labels } from './texts.ts'
import type { Letter } from './write-letter.ts'

/** A letter as plain text. */
export function textPart(letter: Letter): string {
  const { locale, title, lead, order, lines, sums, look, keep, shop, shopUrl } = letter
  const { pair } = labels[locale]
  return [
    title,
    lead,
    order,
    ...lines.map(({ name, each, amount }) => `${name}\n  ${each} = ${amount}`),
    sums.map(({ label, amount }) => pair(label, amount)).join('\n'),
    pair(look.label, look.url),
    keep,
    `${shop}\n${shopUrl}`,
  ]
    .join('\n\n')
    .concat('\n')
}
