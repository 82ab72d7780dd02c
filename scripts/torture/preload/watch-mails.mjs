// A message that is written as a file, or handed to a mail server.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { pass } from './points.mjs'

/** Watches the writing of .eml files. */
export function watchMails() {
  for (const owner of [fs.promises, fs]) {
    for (const name of ['writeFile', 'rename', 'link', 'writeFileSync', 'renameSync', 'linkSync'])
      watch(owner, name)
  }
  syncBuiltinESMExports()
}

function watch(owner, name) {
  const original = owner[name]
  if (typeof original !== 'function') return
  owner[name] = function watchedFile(...args) {
    const isMail = args.slice(0, 2).some((path) => typeof path === 'string' && path.endsWith('.eml'))
    return isMail ? pass(['mail file'], () => original.apply(this, args)) : original.apply(this, args)
  }
}
