// Which inline scripts of a page are Next.js's own. Whatever else stands in a page's HTML, put there by a text that was not
// escaped, gets no hash and does not run.
import { hashSource } from './hash-source.ts'

/** Every script of a page: its attributes, and what stands in it. */
export const scripts = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi
const first = '(self.__next_f=self.__next_f||[]).push([0])'
// Names the files that the page's script is made of: files of the build, and nothing beside them.
const bootstrap =
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(\{"otherChunks":\[("static\/chunks\/[\w.~-]+"(,(?=")|(?=\])))*\],"runtimeModuleIds":\[[\d,]*\]\}\);?$/
const push = /^self\.__next_f\.push\((\[[\s\S]*\])\)$/

/** The sources for script-src that let the inline scripts of a page run, each once: those that are Next.js's, and no other. */
export function scriptHashes(html: string): string[] {
  const hashes = [...html.matchAll(scripts)]
    .filter(([, attributes = '', body = '']) => !/\ssrc\s*=/i.test(attributes) && isNexts(body))
    .map(([, , body = '']) => hashSource(body))
  return [...new Set(hashes)]
}

/** Whether an inline script is one of Next.js's own. */
export function isNexts(body: string): boolean {
  return body === first || bootstrap.test(body) || pushed(body) !== undefined
}

/** What one of Next.js's scripts hands over to React; undefined: it is none that does. What parses as JSON calls nothing. */
export function pushed(body: string): unknown {
  try {
    const [, data = ''] = push.exec(body) ?? []
    return JSON.parse(data)
  } catch {
    return undefined
  }
}
