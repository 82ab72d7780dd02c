// Where static pages are kept, each with the policy that lets its own inline scripts run: so pages stay static and need no
// 'unsafe-inline'. The keeping itself is Next.js's: in memory and bounded (cacheMaxMemorySize), read from the build at first,
// with its tags and its revalidation; what the catalogue has changed since is made anew. Next.js loads this file outside of the build, once for all routes.
import { createRequire } from 'node:module'
import type FileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import { settings } from '#env'
import { pagePolicy, policyHeader } from './content-security-policy.ts'
import { createFreshness } from './freshness.ts'
import { isNeedless } from './needless-modules.ts'
import { scriptHashes } from './script-hashes.ts'
import { styleSheets } from './style-sheets.ts'
import { withoutRuntime } from './without-runtime.ts'

/** What Next.js keeps of a page, as far as it is looked at here. */
interface KeptPage {
  html: string
  rscData?: Buffer
  segmentData?: Map<string, Buffer>
  headers?: Record<string, unknown>
}

// A CommonJS module: of its default export Node.js and bundlers make different things.
const { default: KeepInMemory } = createRequire(import.meta.url)(
  'next/dist/server/lib/incremental-cache/file-system-cache.js',
) as { default: typeof FileSystemCache }

const freshness = createFreshness()

/** The cacheHandler of next.config.js. */
export default class PageCache extends KeepInMemory {
  override async get(...args: Parameters<FileSystemCache['get']>): ReturnType<FileSystemCache['get']> {
    await freshness.look()
    const kept = await super.get(...args)
    if (!isPage(kept?.value)) return kept
    const { html } = kept.value
    if (freshness.isOld({ path: args[0], html, keptAt: kept.lastModified ?? 0 })) return null
    // A page that the build made has no policy yet: a build knows no settings.
    givePolicy(kept.value)
    return kept
  }

  override async set(...args: Parameters<FileSystemCache['set']>): Promise<void> {
    const [, value] = args
    if (isPage(value)) {
      forgetNonce(value)
      givePolicy(value)
    }
    await super.set(...args)
  }
}

// The page as it is handed on is what is sent at once, and what is kept: without React, where nothing needs it.
function givePolicy(page: KeptPage): void {
  if (page.headers?.[policyHeader]) return
  page.html = withoutRuntime(page.html, isNeedless)
  const inline = { scripts: scriptHashes(page.html), styles: styleSheets().hashes }
  const policy = pagePolicy(settings(), inline)
  page.headers = { ...page.headers, [policyHeader]: policy }
}

// The nonce of the request that the page was made for is worth nothing to any other. In its place stands one that never is
// any, so that the same page made again is the same, and browsers that have it need not load it.
function forgetNonce(page: KeptPage): void {
  const [, nonce] = /<script[^>]* nonce="([\w-]{22})"/.exec(page.html) ?? []
  if (!nonce) return
  const none = '0'.repeat(nonce.length)
  const without = (data: Buffer) => Buffer.from(data.toString('latin1').replaceAll(nonce, none), 'latin1')
  page.html = page.html.replaceAll(nonce, none)
  if (page.rscData) page.rscData = without(page.rscData)
  for (const [path, data] of page.segmentData ?? []) page.segmentData?.set(path, without(data))
}

function isPage(value: unknown): value is KeptPage {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'APP_PAGE'
}
