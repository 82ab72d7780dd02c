// The page that shows messages on the machine of whoever builds the shop: HTML without a line of script.
import type { Locale } from '#domain/catalogue/text'
import { escapeHtml } from '#domain/mail/escape-html'
import type { ReadMessage } from '#domain/mail/read-eml'
import { type Translate, translator } from '../_lib/translate.ts'
import { mailPageStyle } from './mail-page-style.ts'

export interface ListedMessage extends Pick<ReadMessage, 'subject' | 'to'> {
  /** Its name in the folder. */
  readonly name: string
}

interface MailPage {
  readonly locale: Locale
  readonly folder: string
  readonly listed: readonly ListedMessage[]
  readonly open: (ReadMessage & { readonly name: string }) | null
}

/** Messages in a list, and one of them open. */
export function mailPage({ locale, folder, listed, open }: MailPage): string {
  const t = translator(locale)
  const title = open ? `${open.subject} · ${t('mailbox.title')}` : t('mailbox.title')
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${mailPageStyle}</style>
</head>
<body>
<header><h1><a href="/mail">${escapeHtml(t('mailbox.title'))}</a></h1>
<p>${escapeHtml(t('mailbox.note', { folder }))}</p></header>
<div class="both">
<nav>${listed.length === 0 ? '' : `<ol>${listed.map((each) => item(each, each.name === open?.name)).join('\n')}</ol>`}</nav>
<main>${open ? message(open, t) : `<p class="quiet">${escapeHtml(t(listed.length === 0 ? 'mailbox.none' : 'mailbox.choose'))}</p>`}</main>
</div>
</body>
</html>
`
}

function item({ name, subject, to }: ListedMessage, isOpen: boolean): string {
  const current = isOpen ? ' aria-current="page"' : ''
  return `<li><a href="/mail?message=${encodeURIComponent(name)}"${current}>${escapeHtml(subject)}<span>${escapeHtml(to)}</span></a></li>`
}

// The message's HTML has no script to run, no form to send, and nothing of this page to see. Its links open beside it.
function message({ subject, from, to, date, html, text }: ReadMessage, t: Translate): string {
  const facts = [
    [t('mailbox.from'), from],
    [t('mailbox.to'), to],
    [t('mailbox.date'), date],
  ].map(([label = '', value = '']) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`)
  const shut = 'allow-popups allow-popups-to-escape-sandbox'
  return `<h2>${escapeHtml(subject)}</h2>
<dl>${facts.join('')}</dl>
<h3>${escapeHtml(t('mailbox.html'))}</h3>
<iframe sandbox="${shut}" title="${escapeHtml(t('mailbox.html'))}" srcdoc="${escapeHtml(html)}"></iframe>
<h3>${escapeHtml(t('mailbox.text'))}</h3>
<pre>${escapeHtml(text)}</pre>`
}
