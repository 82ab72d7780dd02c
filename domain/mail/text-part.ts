import { labels } from './texts.ts'
import type { Letter } from './write-letter.ts'

/** A letter as plain text. */
export function textPart(letter: Letter): string {
  const { locale, title, lead, order, placed, lines, sums, to, by, look, ask, keep, shop, shopUrl } = letter
  const { pair } = labels[locale]
  return [
    title,
    lead,
    [order, ...(placed ? [placed] : [])].join('\n'),
    ...lines.map(({ name, each, amount }) => `${name}\n  ${each} = ${amount}`),
    sums.map(({ label, amount }) => pair(label, amount)).join('\n'),
    ...(to ? [`${pair(to.title, '').trimEnd()}\n${to.lines.map((line) => `  ${line}`).join('\n')}`] : []),
    ...(by ? [by] : []),
    pair(look.label, look.url),
    pair(ask.words, ask.url.replace('mailto:', '')),
    keep,
    `${shop}\n${shopUrl}`,
  ]
    .join('\n\n')
    .concat('\n')
}
