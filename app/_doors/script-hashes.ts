// Which inline scripts of a page are Next.js's own. Whatever else stands in a page's HTML, put there by a text that was not
// escaped, gets no hash and does not run.
import { createHash } from 'node:crypto'

const scripts = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi
const first = '(self.__next_f=self.__next_f||[]).push([0])'
// Names the files that the page's script is made of: files of the build, and nothing beside them.
const bootstrap =
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(\{"otherChunks":\[("static\/chunks\/[\w.~-]+"(,(?=")|(?=\])))*\],"runtimeModuleIds":\[[\d,]*\]\}\);?$/
const push = /^self\.__next_f\.push\((\[[\s\S]*\])\)$/

/** The sources for script-src that let the inline scripts of a page run, each once: those that are Next.js's, and no other. */
export function scriptHashes(html: string): string[] {
  const hashes = [...html.matchAll(scripts)]
    .filter(([, attributes = '', body = '']) => !/\ssrc\s*=/i.test(attributes) && isNexts(body))
    .map(([, , body = '']) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`)
  return [...new Set(hashes)]
}

// A push hands over data: what parses as JSON calls nothing.
function isNexts(body: string): boolean {
  if (body === first || bootstrap.test(body)) return true
  const [, data] = push.exec(body) ?? []
  return data !== undefined && isJson(data)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
