// The shop's colours and faces for whatever has no style sheet: messages, pictures that are shared, the browser's own bar, icons.
// They are written in app/styles/tokens.css alone.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A colour in either scheme, as `#rrggbb`: mail programs and drawn pictures know no other way to write it. */
export interface Colour {
  readonly light: string
  readonly dark: string
}

const colourNames = ['paper', 'card', 'ink', 'ink-quiet', 'line', 'accent', 'on-accent'] as const

export type Colours = Readonly<Record<(typeof colourNames)[number], Colour>>

/** Families for running text and for titles, as `font-family` has them, without a double quote; and how far lines are apart. */
export interface Fonts {
  readonly text: string
  readonly display: string
  readonly lineHeight: string
}

/** The style sheet itself, for a page that is no page of Next.js. */
export const tokens = readFileSync(join(process.cwd(), 'app', 'styles', 'tokens.css'), 'utf8')

/** The shop's colours. */
export const colours = readColours(tokens)

/** The shop's faces in each language. */
export const fonts = { en: readFonts(tokens, ':root'), 'zh-CN': readFonts(tokens, ':lang(zh)') } as const

/** The colours that a style sheet has as custom properties. Throws when one is missing or is no `#rrggbb`. */
export function readColours(css: string): Colours {
  const values = valuesOf(css, ':root')
  const entries = colourNames.map((name) => [name, colour(name, values.get(name) ?? '')] as const)
  return Object.fromEntries(entries) as Record<(typeof colourNames)[number], Colour>
}

function colour(name: string, value: string): Colour {
  const [, light, dark = light] =
    /^light-dark\(\s*(#[\da-f]{6})\s*,\s*(#[\da-f]{6})\s*\)$/i.exec(value) ??
    /^(#[\da-f]{6})$/i.exec(value) ??
    []
  if (!light || !dark)
    throw new Error(`tokens.css: --${name} must be #rrggbb or light-dark(#rrggbb, #rrggbb)`)
  return { light, dark }
}

/** The faces that a style sheet has under a selector. Throws when there is none. */
export function readFonts(css: string, selector: string): Fonts {
  const values = valuesOf(css, selector)
  const [text, display, lineHeight] = ['font', 'font-display', 'line-height'].map((name) => values.get(name))
  if (!text || !display || !lineHeight)
    throw new Error(`tokens.css: ${selector} has no --font, no --font-display or no --line-height`)
  return { text, display, lineHeight }
}

function valuesOf(css: string, selector: string): Map<string, string> {
  const rules = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)
  const found = [...rules].filter(([, selectors = '']) =>
    selectors.split(/,(?![^(]*\))/).some((each) => each.trim() === selector),
  )
  const pairs = found.flatMap(([, , body = '']) => [...body.matchAll(/--([\w-]+)\s*:\s*([^;]+)/g)])
  return new Map(pairs.map(([, name = '', value = '']) => [name, value.trim().replaceAll(/\s+/g, ' ')]))
}
