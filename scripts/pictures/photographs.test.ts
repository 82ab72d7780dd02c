import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { test } from 'node:test'
import { catalogue } from '../../prisma/catalogue/catalogue.ts'

const folder = 'public/products'
const photographs = new Set(readdirSync(folder).filter((name) => name.endsWith('.jpg')))

test('The shop opens with a photograph of all that its catalogue names one for', () => {
  const named = catalogue.flatMap(({ variants, pictures = [] }) => [
    ...variants.map(({ sku, picture = sku }) => picture),
    ...pictures.map(({ stem }) => stem),
  ])
  assert.deepEqual(
    named.filter((stem) => !photographs.has(`${stem}.jpg`)),
    [],
  )
})

test('A photograph is light enough for a repository that everybody clones', () => {
  for (const name of photographs) assert.ok(statSync(`${folder}/${name}`).size < 200_000, name)
})
