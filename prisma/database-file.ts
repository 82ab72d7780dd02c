import { resolve } from 'node:path'

/** The absolute path of the SQLite file that a `file:` url names; a relative one starts at the working directory. */
export function databaseFile(url: string): string {
  // The file is data, not code: without the comment Turbopack takes the whole project for part of the server.
  return resolve(/* turbopackIgnore: true */ url.replace(/^file:/, ''))
}
