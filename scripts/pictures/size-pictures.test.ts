import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { sizePictures } from './size-pictures.ts'

const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
const sized = join(folder, 'sized')
mkdirSync(join(folder, 'products'))
after(() => rmSync(folder, { recursive: true }))

test('A photograph is made into its sizes once, and again where one is gone or it is another', async () => {
  await photograph('cup', 'seagreen')
  await photograph('bowl', 'white')
  assert.equal(await sizePictures(folder), 2)
  assert.deepEqual(sizesOf('cup'), [
    'cup-320.avif',
    'cup-320.webp',
    'cup-640.avif',
    'cup-640.webp',
    'cup-960.avif',
    'cup-preview.webp',
  ])
  const { format, width, height } = await sharp(join(sized, 'cup-640.webp')).metadata()
  assert.deepEqual({ format, width, height }, { format: 'webp', width: 640, height: 640 })
  assert.ok(statSync(join(sized, 'cup-preview.webp')).size < 1_500)
  assert.equal(await sizePictures(folder), 0)

  rmSync(join(sized, 'cup-320.avif'))
  assert.equal(await sizePictures(folder), 1)
  await photograph('cup', 'navy')
  assert.equal(await sizePictures(folder), 1)
  const { dominant } = await sharp(join(sized, 'cup-320.webp')).stats()
  assert.ok(dominant.b > dominant.g, 'the new photograph’s colour')
  assert.equal(sizesOf('cup').length, 6)
})

test('What an interrupted run left half written is removed; what is being written beside is left alone', async () => {
  await photograph('vase', 'sienna')
  mkdirSync(sized, { recursive: true })
  for (const name of ['old.avif.1.half', 'new.avif.2.half']) writeFileSync(join(sized, name), 'half')
  utimesSync(join(sized, 'old.avif.1.half'), 0, 0)

  await sizePictures(folder)

  assert.deepEqual(
    readdirSync(sized).filter((name) => name.endsWith('.half')),
    ['new.avif.2.half'],
  )
})

test('What is no picture is told by its name', async () => {
  const broken = mkdtempSync(join(tmpdir(), 'pictures-'))
  mkdirSync(join(broken, 'products'))
  writeFileSync(join(broken, 'products', 'torn.jpg'), 'no picture')

  await assert.rejects(sizePictures(broken), /torn\.jpg/)
  rmSync(broken, { recursive: true })
})

async function photograph(stem: string, background: string): Promise<void> {
  const plain = sharp({ create: { width: 960, height: 960, channels: 3, background } })
  await plain.jpeg().toFile(join(folder, 'products', `${stem}.jpg`))
}

function sizesOf(stem: string): string[] {
  return readdirSync(sized)
    .filter((name) => name.startsWith(`${stem}-`))
    .toSorted()
}
