// The frame around every page of the window.
import { seconds, type Account } from '../account.ts'
import { html, type Html } from '../hosted-page/html.ts'
import type { Reply } from '../http/reply.ts'
import { presentMoment } from './moments.ts'
import { paths } from './paths.ts'

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'"

const sections = [
  ['Overview', paths.overview],
  ['Objects', paths.objects],
  ['Events', paths.events],
  ['Requests', paths.requests],
] as const
export type Section = (typeof sections)[number][0]

/** A whole page as a reply. `main` may hold parts with `data-live` and an id, which the script renews. */
export function windowPage(
  account: Account,
  content: { title: string; section: Section | null; main: Html; status?: number },
): Reply {
  const { title, section, main, status = 200 } = content
  const document = html`<!doctype html>
    <html lang="en">
      ${headOf(title)}
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <p class="banner" role="note">
          This is Local Stripe, not Stripe: test data on this machine, and no money moves.
        </p>
        ${header(section)}
        <main id="main">
          <div class="head">
            <h1>${title}</h1>
            <p class="live" id="live" data-live-path="${paths.live}">
              <a href="">Reload</a> <span role="status"></span>
            </p>
          </div>
          ${main}
        </main>
        <footer id="now" data-live>The clock here says ${presentMoment(seconds(account))} UTC.</footer>
      </body>
    </html>`
  return { status, headers: pageHeaders, body: document.html }
}

function headOf(title: string): Html {
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>${title} · Local Stripe</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${paths.style}" />
    <script src="${paths.script}" defer></script>
  </head>`
}

function header(here: Section | null): Html {
  return html`<header>
    <a class="name" href="${paths.overview}">Local Stripe</a>
    <nav aria-label="Window">
      <ul>
        ${sections.map(([name, path]) => navigation(name, path, name === here))}
      </ul>
    </nav>
    <form class="find" action="${paths.find}" role="search">
      <label for="find">Find an id</label>
      <input
        id="find"
        name="id"
        type="search"
        autocomplete="off"
        spellcheck="false"
        placeholder="cs_test_…"
      />
      <button>Find</button>
    </form>
  </header>`
}

function navigation(name: string, path: string, here: boolean): Html {
  return here
    ? html`<li><a href="${path}" aria-current="page">${name}</a></li>`
    : html`<li><a href="${path}">${name}</a></li>`
}

const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': policy,
  'Cache-Control': 'no-store',
  // Not no-referrer: with it a browser would not say that a form comes from here.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
}
