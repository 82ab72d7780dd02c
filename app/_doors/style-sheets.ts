// The style sheets of the build, which go out within the pages that name them: on a slow network a first visit waits half a
// second for every file without which nothing is shown.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashSource } from './hash-source.ts'

export interface StyleSheets {
  /** What names all of them, for a page that Next.js does not make. */
  readonly links: string
  /** The sources for style-src that let them be within a page, and nothing else. */
  readonly hashes: readonly string[]
  /** The page, with the style sheets in it that it names. */
  readonly inlined: (html: string) => string
}

const link = /<link rel="stylesheet" href="([^"]*)"[^>]*>/g
// Where other files are is said beside the style sheet's own place; what closes an element would close this one.
const staysFile = /url\(|<\//i

let known: StyleSheets | null = null

/** Those of the build that runs. */
export function styleSheets(): StyleSheets {
  known ??= readStyleSheets(join(process.cwd(), '.next'))
  return known
}

/** Those of the build that is in `folder`. */
export function readStyleSheets(folder: string): StyleSheets {
  const files = globSync('static/**/*.css', { cwd: folder })
  const texts = new Map<string, string>(
    files
      .map((file) => [`/_next/${file}`, readFileSync(join(folder, file), 'utf8')] as const)
      .filter(([, text]) => !staysFile.test(text)),
  )
  return {
    links: files.map((file) => `<link rel="stylesheet" href="/_next/${file}">`).join(''),
    hashes: [...texts.values()].map(hashSource),
    inlined: (html) =>
      html.replace(link, (element, path: string) => {
        const text = texts.get(path)
        return text === undefined ? element : `<style>${text}</style>`
      }),
  }
}
