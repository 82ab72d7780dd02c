// A letter as HTML for mail programs: tables and inline styles, because many of them know nothing else; no picture and no
// address but the shop's own, so that reading it tells nobody.
import { colours, fonts } from '#domain/look/tokens'
import { escapeHtml } from './escape-html.ts'
import type { Letter } from './write-letter.ts'

const quiet = `color:${colours['ink-quiet'].light}`
const ruled = `border-top:1px solid ${colours.line.light}`
const table = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'

/** A letter as an HTML document. */
export function htmlPart(letter: Letter): string {
  const { locale, subject, shop, shopUrl, title, lead, order, look, keep } = letter
  const [sans, serif] = [`font-family:${fonts[locale].text}`, `font-family:${fonts[locale].display}`]
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0;background:${colours.paper.light};color:${colours.ink.light}">
<table ${table} style="background:${colours.paper.light}"><tr><td align="center" style="padding:32px 16px">
<table ${table} style="max-width:560px;${sans};font-size:16px;line-height:1.6;color:${colours.ink.light}">
<tr><td style="padding:0 8px 16px;${serif};font-size:20px">
<a href="${escapeHtml(shopUrl)}" target="_blank" style="color:${colours.accent.light};text-decoration:none">${escapeHtml(shop)}</a></td></tr>
<tr><td style="background:${colours.card.light};border:1px solid ${colours.line.light};border-radius:10px;padding:32px">
<h1 style="margin:0 0 12px;${serif};font-size:28px;line-height:1.3;font-weight:600">${escapeHtml(title)}</h1>
<p style="margin:0 0 24px">${escapeHtml(lead)}</p>
<p style="margin:0 0 8px;font-size:14px;${quiet}">${escapeHtml(order)}</p>
<table ${table}>
${rows(letter)}
</table>
${button(look)}
</td></tr>
<tr><td style="padding:16px 8px 0;font-size:13px;${quiet}">${escapeHtml(keep)}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`
}

function rows({ lines, sums }: Letter): string {
  const ordered = lines.map(
    ({ name, each, amount }) =>
      `<tr><td style="padding:12px 16px 12px 0;${ruled};word-break:break-word">${escapeHtml(name)}<br>` +
      `<span style="font-size:14px;${quiet}">${escapeHtml(each)}</span></td>` +
      `<td align="right" valign="top" style="padding:12px 0;${ruled};white-space:nowrap">${escapeHtml(amount)}</td></tr>`,
  )
  const summed = sums.map(({ label, amount, isTotal }) => {
    const weight = isTotal ? ';font-weight:600' : ''
    return (
      `<tr><td style="padding:12px 16px 12px 0;${ruled}${weight}">${escapeHtml(label)}</td>` +
      `<td align="right" style="padding:12px 0;${ruled};white-space:nowrap${weight}">${escapeHtml(amount)}</td></tr>`
    )
  })
  return [...ordered, ...summed].join('\n')
}

function button({ label, url }: Letter['look']): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin-top:20px"><tr>
<td style="background:${colours.accent.light};border-radius:8px"><a href="${escapeHtml(url)}" target="_blank"
style="display:inline-block;padding:11px 22px;color:${colours['on-accent'].light};font-weight:600;text-decoration:none">${escapeHtml(label)}</a></td>
</tr></table>`
}
