import { tokens } from '#domain/look/tokens'

/** The look of the page of messages, in the shop's colours and faces. */
export const mailPageStyle = `${tokens}
* { box-sizing: border-box }
body { margin: 0; padding: 1.5rem; max-width: 76rem; margin-inline: auto; background: var(--paper);
  color: var(--ink); font: 1rem/1.5 var(--font) }
h1, h2 { font-family: var(--font-display); font-weight: 600;
  line-height: 1.3; margin: 0 }
h1 { font-size: 1.75rem } h2 { font-size: 1.375rem }
h3 { font-size: .875rem; font-weight: 600; color: var(--ink-quiet); margin: 1.5rem 0 .5rem }
a { color: inherit; text-decoration: none } a:hover { color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
header p, .quiet, dt { color: var(--ink-quiet) }
.quiet { margin: .75rem 0 }
header p { margin: .25rem 0 1.5rem; overflow-wrap: anywhere }
.both { display: grid; gap: 2rem; grid-template-columns: minmax(0, 1fr) }
ol { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line) }
li a { display: block; padding: .75rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
li a[aria-current] { background: var(--card) }
li span { display: block; font-size: .875rem; color: var(--ink-quiet) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .125rem 1rem; margin: .75rem 0 0; font-size: .875rem }
dd { margin: 0; overflow-wrap: anywhere }
iframe { width: 100%; height: 46rem; border: 1px solid var(--line); border-radius: .625rem }
pre { margin: 0; padding: 1rem; border: 1px solid var(--line); border-radius: .625rem; background: var(--card);
  white-space: pre-wrap; overflow-wrap: anywhere; font: .875rem/1.6 ui-monospace, Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace }
@media (min-width: 60rem) { .both { grid-template-columns: 20rem minmax(0, 1fr) } }
`
