// The page's style sheet and its script, read once.
import { readFileSync } from 'node:fs'
import type { Reply } from '../http/reply.ts'

const assets: Record<string, Reply> = {
  '/c/assets/page.css': asset(
    ['page.css', 'summary.css', 'changes.css', 'form.css', 'methods.css', 'frames.css'],
    'text/css',
  ),
  '/c/assets/page.js': asset(['page.js'], 'text/javascript'),
}

/** The reply for a path, or null when it is no asset's. */
export function findAsset(path: string): Reply | null {
  return assets[path] ?? null
}

function asset(files: string[], type: string): Reply {
  const parts = files.map((file) => readFileSync(new URL(`assets/${file}`, import.meta.url), 'utf8'))
  return {
    status: 200,
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' },
    body: parts.join('\n'),
  }
}
