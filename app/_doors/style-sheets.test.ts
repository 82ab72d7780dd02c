import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readStyleSheets } from './style-sheets.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-styles-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const sheet = ':lang(zh){content:"$&茶"}'
mkdirSync(join(folder, 'static/chunks'), { recursive: true })
writeFileSync(join(folder, 'static/chunks/a.css'), sheet)
writeFileSync(join(folder, 'static/chunks/font.css'), '@font-face{src:url(../media/a.woff2)}')
writeFileSync(join(folder, 'static/chunks/end.css'), 'p{content:"</style>"}')

const naming = (path: string) =>
  `<head><link rel="stylesheet" href="${path}" nonce="0" data-precedence="next"/></head>`

test('A style sheet of the build that a page names is in it, letter for letter', () => {
  const { inlined } = readStyleSheets(folder)

  assert.equal(inlined(naming('/_next/static/chunks/a.css')), `<head><style>${sheet}</style></head>`)
})

test('Any other stays a file: none of the build, one that names files beside it, one that would end the element', () => {
  const { inlined } = readStyleSheets(folder)

  for (const path of ['/a.css', '/_next/static/chunks/font.css', '/_next/static/chunks/end.css', '']) {
    assert.equal(inlined(naming(path)), naming(path))
  }
  assert.equal(inlined('<link rel="icon" href="/icon.svg"/>'), '<link rel="icon" href="/icon.svg"/>')
})

test('Only what may be within a page is named for its policy, by its hash', () => {
  const hash = createHash('sha256').update(sheet).digest('base64')

  assert.deepEqual(readStyleSheets(folder).hashes, [`'sha256-${hash}'`])
})

test('A page that Next.js does not make can name them all', () => {
  const { links, inlined } = readStyleSheets(folder)

  assert.equal(links.match(/<link rel="stylesheet" href="\/_next\/static\/chunks\/\w+\.css">/g)?.length, 3)
  assert.ok(inlined(links).includes(`<style>${sheet}</style>`))
})

test('Where there is no build every page stays as it is', () => {
  const { hashes, inlined } = readStyleSheets(join(folder, 'nowhere'))

  assert.deepEqual(hashes, [])
  assert.equal(inlined(naming('/_next/static/chunks/a.css')), naming('/_next/static/chunks/a.css'))
})
