#!/usr/bin/env node
// The command: one line when ready (and one for each address that gets webhooks), a clean end on SIGTERM and SIGINT.
import { readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import type { Options } from './read-options.ts'

// Before anything else is imported: what Node has compiled once it need not compile at the next start.
enableCompileCache()
const { readOptions, usage, UsageError } = await import('./read-options.ts')

try {
  const request = readOptions(process.argv.slice(2), process.env)
  if (request.do === 'start') await start(request.options)
  else console.log(request.do === 'help' ? usage : version())
} catch (error) {
  console.error(
    error instanceof UsageError ? error.message : `Local Stripe could not start: ${reason(error)}`,
  )
  process.exit(1)
}

async function start({ port, data, forwardTo }: Options): Promise<void> {
  const { startLocalStripe } = await import('./start-local-stripe.ts')
  const localStripe = await startLocalStripe({ port, data })
  console.log(`Local Stripe is ready on ${localStripe.url}`)
  for (const url of forwardTo) console.log(`${url} gets webhooks, signed with ${localStripe.forwardTo(url)}`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void localStripe.close().then(() => process.exit(0)))
  }
}

/** What went wrong; a taken port is the usual thing, and has a way out. */
function reason(error: unknown): string {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  return taken ? `${error.message}. Stop what uses this port, or take another with --port.` : String(error)
}

/** The version in package.json, which stands beside this file or, once it is built, beside the folder it is in. */
function version(): string {
  const here = import.meta.url.endsWith('.ts') ? 'package.json' : '../package.json'
  const read: unknown = JSON.parse(readFileSync(new URL(here, import.meta.url), 'utf8'))
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : ''
}
