// A letter as HTML for mail programs: tables and inline styles, because many of them know nothing else; no picture and no
// address but the shop's own, so that reading it tells nobody.
import { colours, fonts } from '#domain/look/tokens'
import { escapeHtml } from './escape-html.ts'
import type { Letter } from './write-letter.ts'

const quiet = `class="quiet" style="font-size:14px;color:${colours['ink-quiet'].light}`
const ruled = `border-top:1px solid ${colours.line.light}`
const table = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'

// The shop's colours at night, for mail programs that know them. What stands inline gives way to nothing less.
const night = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background:${colours.paper.dark}!important;color:${colours.ink.dark}!important}
.card{background:${colours.card.dark}!important;border-color:${colours.line.dark}!important}
.ink{color:${colours.ink.dark}!important}.quiet{color:${colours['ink-quiet'].dark}!important}
.line{border-color:${colours.line.dark}!important}.link{color:${colours.accent.dark}!important}
.button{background:${colours.accent.dark}!important;color:${colours['on-accent'].dark}!important}
}`

/** A letter as an HTML document. */
export function htmlPart(letter: Letter): string {
  const { locale, subject, shop, shopUrl, title, lead, order, placed, look, keep } = letter
  const [sans, serif] = [`font-family:${fonts[locale].text}`, `font-family:${fonts[locale].display}`]
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${night}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${colours.paper.light};color:${colours.ink.light}">
<table ${table} class="paper" style="background:${colours.paper.light}"><tr><td align="center" style="padding:32px 16px">
<table ${table} class="ink" style="max-width:560px;${sans};font-size:16px;line-height:${fonts[locale].lineHeight};color:${colours.ink.light}">
<tr><td style="padding:0 8px 16px;${serif};font-size:20px">
<a href="${escapeHtml(shopUrl)}" target="_blank" class="link" style="color:${colours.accent.light};text-decoration:none">${escapeHtml(shop)}</a></td></tr>
<tr><td class="card" style="background:${colours.card.light};border:1px solid ${colours.line.light};border-radius:10px;padding:32px">
<h1 style="margin:0 0 12px;${serif};font-size:28px;line-height:1.3;font-weight:600">${escapeHtml(title)}</h1>
<p style="margin:0 0 24px">${escapeHtml(lead)}</p>
<p ${quiet};margin:0 0 8px">${[order, ...(placed ? [placed] : [])].map(escapeHtml).join('<br>')}</p>
<table ${table}>
${rows(letter)}
</table>
${parcel(letter)}${button(look)}
${question(letter.ask)}
</td></tr>
<tr><td ${quiet};padding:16px 8px 0">${escapeHtml(keep)}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`
}

function rows({ lines, sums }: Letter): string {
  const ordered = lines.map(
    ({ name, each, amount }) =>
      `<tr><td class="line" style="padding:12px 16px 12px 0;${ruled};word-break:break-word">${escapeHtml(name)}<br>` +
      `<span ${quiet}">${escapeHtml(each)}</span></td>` +
      `<td align="right" valign="top" class="line" style="padding:12px 0;${ruled};white-space:nowrap">${escapeHtml(amount)}</td></tr>`,
  )
  const summed = sums.map(({ label, amount, isTotal }) => {
    const weight = isTotal ? ';font-weight:600' : ''
    return (
      `<tr><td class="line" style="padding:12px 16px 12px 0;${ruled}${weight}">${escapeHtml(label)}</td>` +
      `<td align="right" class="line" style="padding:12px 0;${ruled};white-space:nowrap${weight}">${escapeHtml(amount)}</td></tr>`
    )
  })
  return [...ordered, ...summed].join('\n')
}

function parcel({ to, by }: Letter): string {
  const address = to && [`<span ${quiet}">${escapeHtml(to.title)}</span>`, ...to.lines.map(escapeHtml)]
  const parts = [...(address ? [address.join('<br>')] : []), ...(by ? [escapeHtml(by)] : [])]
  return parts.map((part) => `<p style="margin:16px 0 0;word-break:break-word">${part}</p>\n`).join('')
}

function button({ label, url }: Letter['look']): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin-top:20px"><tr>
<td class="button" style="background:${colours.accent.light};border-radius:8px"><a href="${escapeHtml(url)}" target="_blank"
class="button" style="display:inline-block;padding:11px 22px;border-radius:8px;color:${colours['on-accent'].light};font-weight:600;text-decoration:none">${escapeHtml(label)}</a></td>
</tr></table>`
}

function question({ words, label, url }: Letter['ask']): string {
  const link = `<a href="${escapeHtml(url)}" target="_blank" class="link" style="color:${colours.accent.light}">${escapeHtml(label)}</a>`
  return `<p ${quiet};margin:20px 0 0">${escapeHtml(words)}<br>${link}</p>`
}
