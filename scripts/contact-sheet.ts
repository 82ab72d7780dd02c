// All looks of a shop on one page: a row for each page, a picture for each language, scheme and width.
import { escapeHtml } from '../domain/mail/escape-html.ts'

export interface Look {
  readonly page: string
  readonly locale: string
  readonly scheme: string
  readonly width: number
  /** The name of its picture, beside the sheet. */
  readonly file: string
}

const style = `
  body { margin: 2rem; font: 12px/1.4 system-ui, sans-serif; background: #808080; color: #fff }
  section { display: grid; grid-template-columns: repeat(2, 1fr 1fr 2.6fr 2.6fr); gap: .75rem; align-items: start }
  h2 { margin: 2rem 0 .5rem; font-size: 1.1rem }
  figure { margin: 0 }
  a { display: block; max-block-size: 22rem; overflow: hidden }
  img { display: block; inline-size: 100% }
`

/** The sheet as HTML. Each picture leads to itself in its own size. */
export function contactSheet(looks: readonly Look[]): string {
  const rows = Map.groupBy(looks, ({ page }) => page)
  const sections = [...rows].map(
    ([page, all]) => `<h2>${escapeHtml(page)}</h2><section>${all.map(figureOf).join('')}</section>`,
  )
  return `<!doctype html><meta charset="utf-8"><title>Looks</title><style>${style}</style>${sections.join('\n')}`
}

function figureOf({ page, locale, scheme, width, file }: Look): string {
  const words = escapeHtml(`${locale}, ${scheme}, ${width} px`)
  const alt = escapeHtml(`${page}: ${locale}, ${scheme}, ${width} px`)
  return `<figure><a href="${file}"><img src="${file}" alt="${alt}"></a><figcaption>${words}</figcaption></figure>`
}
