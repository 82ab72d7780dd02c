// Which client modules of the build are on every page and do nothing for those that work: Next.js's own, which lead from page to
// page, and the pages for errors, which come with the answer that needs them. Any other is there to be made live.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IsNeedless } from './without-runtime.ts'

const needless = /^\[project\]\/(?:node_modules\/next\/dist\/|app\/(?:.*\/)?(?:global-)?error\.tsx(?: |$))/
const manifests = 'server/app/**/*_client-reference-manifest.js'

type ClientModules = Readonly<Record<string, { readonly id: number | string }>>

let known: ReadonlySet<string> | null = null

/** Whether the browser can do without a module of the build that runs. Of one that no build knows it cannot. */
export const isNeedless: IsNeedless = (module) => {
  known ??= needlessModules(join(process.cwd(), '.next'))
  return known.has(module)
}

/** The numbers of those modules, as React's data has them, in the build that is in `folder`. */
export function needlessModules(folder: string): ReadonlySet<string> {
  const modules = globSync(manifests, { cwd: folder }).flatMap((file) =>
    Object.entries(clientModules(readFileSync(join(folder, file), 'utf8'))),
  )
  return new Set(modules.filter(([path]) => needless.test(path)).map(([, { id }]) => JSON.stringify(id)))
}

// A script that puts JSON where Next.js finds it.
function clientModules(manifest: string): ClientModules {
  const [, json = '{}'] = /\] = (\{.*\});?\s*$/s.exec(manifest) ?? []
  return (JSON.parse(json) as { clientModules?: ClientModules }).clientModules ?? {}
}
