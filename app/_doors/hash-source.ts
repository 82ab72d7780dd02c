import { createHash } from 'node:crypto'

/** The source in a Content-Security-Policy that lets an inline script or style sheet of this very text be on a page. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
