import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainPhoto } from './photo-path.ts'

test('A browser without AVIF has a small file for a thumbnail, and one that fits most screens for all else', () => {
  assert.equal(plainPhoto('cup', 'card', '6rem'), '/sized/cup-320.webp')
  assert.equal(plainPhoto('cup', 'card', '4.5rem'), '/sized/cup-320.webp')
  assert.equal(plainPhoto('cup', 'card', '(min-width: 60rem) 18rem, 46vw'), '/sized/cup-640.webp')
  assert.equal(plainPhoto('hero', 'hero', '(min-width: 60rem) 60vw, 100vw'), '/sized/hero-960.webp')
})
