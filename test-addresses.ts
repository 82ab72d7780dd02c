// For tests: what an address becomes, by the rules of next.config.js.
import type { NextConfig } from 'next'
import type { Rewrite } from 'next/dist/lib/load-custom-routes.js'
// The very functions by which Next.js itself decides what an address becomes.
import { getPathMatch } from 'next/dist/shared/lib/router/utils/path-match.js'
import { matchHas, prepareDestination } from 'next/dist/shared/lib/router/utils/prepare-destination.js'

// It is JavaScript, of which the compiler knows no types.
const file = new URL('next.config.js', import.meta.url).href
export const { default: config } = (await import(file)) as { default: NextConfig }

export interface Visitor {
  readonly query?: Readonly<Record<string, string | string[]>>
  readonly cookies?: Readonly<Record<string, string>>
  readonly reads?: string
}

/** As Next.js does before it looks for a file or a page: each rule sees what the ones before it made of the address. */
export async function pageOf(address: string, visitor: Visitor): Promise<string> {
  return rewrite(address, { visitor, rules: (await rewrites()).beforeFiles })
}

/** And what it does then, when there is no such file. */
export async function routeOf(address: string, visitor: Visitor): Promise<string> {
  return rewrite(await pageOf(address, visitor), { visitor, rules: (await rewrites()).afterFiles })
}

/** Where a browser is sent on to, before any of this; null: nowhere. */
export async function ledFrom(address: string): Promise<string | null> {
  for (const { source, destination } of (await config.redirects?.()) ?? []) {
    const params = getPathMatch(source, { strict: true, removeUnnamedParams: true })(address)
    if (params)
      return prepareDestination({ appendParamsToQuery: false, destination, params, query: {} }).newUrl
  }
  return null
}

async function rewrites() {
  const { beforeFiles = [], afterFiles = [] } = Object((await config.rewrites?.()) ?? {})
  return { beforeFiles, afterFiles } as Record<'beforeFiles' | 'afterFiles', Rewrite[]>
}

function rewrite(address: string, { visitor, rules }: { visitor: Visitor; rules: Rewrite[] }): string {
  const { cookies = {}, reads, query = {} } = visitor
  const headers = { host: 'shop.example', ...(reads && { 'accept-language': reads }) }
  const request = { headers, cookies } as unknown as Parameters<typeof matchHas>[0]
  let path = address
  for (const { source, destination, has, missing } of rules) {
    const params = getPathMatch(source, { strict: true, removeUnnamedParams: true })(path)
    const fits = params && matchHas(request, query, has, missing)
    if (!fits) continue
    const all = { ...params, ...fits }
    path = prepareDestination({ appendParamsToQuery: false, destination, params: all, query: {} }).newUrl
  }
  return path
}
