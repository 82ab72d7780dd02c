import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The address of the browser's script, by the name that scripts/bundle.ts gave it. Throws when nobody has made it. */
export function shopScript(): string {
  const file = readdirSync(join(process.cwd(), 'public', 'scripts')).find((name) => name.startsWith('shop-'))
  if (!file) throw new Error('public/scripts has no script of the shop: run node scripts/bundle.ts')
  return `/scripts/${file}`
}
