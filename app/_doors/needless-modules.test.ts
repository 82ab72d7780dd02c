import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { needlessModules } from './needless-modules.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-modules-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function build(page: string, modules: Record<string, number>): void {
  const path = join(folder, 'server/app', page)
  mkdirSync(path, { recursive: true })
  const clientModules = Object.fromEntries(
    Object.entries(modules).map(([name, id]) => [name, { id, name: '*' }]),
  )
  const json = JSON.stringify({ moduleLoading: {}, clientModules, ssrModuleMapping: {} })
  writeFileSync(
    join(path, 'page_client-reference-manifest.js'),
    `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\nglobalThis.__RSC_MANIFEST["/${page}/page"] = ${json};\n`,
  )
}

test('Needless are Next.js’s own modules and the pages for errors, of every page; no other is', () => {
  build('[locale]', {
    '[project]/node_modules/next/dist/esm/client/components/layout-router.js': 1,
    '[project]/app/global-error.tsx': 2,
    '[project]/app/[locale]/[currency]/error.tsx <module evaluation>': 3,
    '[project]/app/_components/carousel.tsx': 4,
    '[project]/app/_components/not-error.tsx': 5,
    '[project]/node_modules/next-carousel/dist/next/dist/index.js': 6,
  })
  build('[locale]/cart', { '[project]/node_modules/next/dist/client/components/client-page.js': 7 })

  assert.deepEqual([...needlessModules(folder)].toSorted(), ['1', '2', '3', '7'])
})

test('Where there is no build nothing is known to be needless', () => {
  assert.equal(needlessModules(join(folder, 'nowhere')).size, 0)
})
