// The frame around every page of the hosted checkout.
import type { Reply } from '../http/reply.ts'
import { html, type Html } from './html.ts'
import type { Messages } from './locales/english.ts'

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src http: https: data:; frame-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; frame-ancestors 'self'"

/** A whole page as a reply. It says on top that this is not Stripe, unless it is `framed` in one that does. */
export function page(content: {
  title: string
  messages: Messages
  main: Html
  status?: number
  framed?: boolean
  /** The address of a further style sheet. */
  style?: string | null
}): Reply {
  const { title, messages, main, status = 200, framed = false, style = null } = content
  const document = html`<!doctype html>
    <html lang="${messages.htmlLang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} · Local Stripe</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/c/assets/page.css" />
        ${style !== null && html`<link rel="stylesheet" href="${style}" />`}
        <script src="/c/assets/page.js" defer></script>
      </head>
      <body class="${framed && 'framed'}">
        ${!framed && html`<p class="banner" role="note" data-testid="local-stripe-banner">${messages.banner}</p>`}
        ${main}
      </body>
    </html>`
  return { status, headers: pageHeaders, body: document.html }
}

const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': policy,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}
