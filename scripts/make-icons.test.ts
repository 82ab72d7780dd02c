import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import sharp from 'sharp'
import { colours } from '../domain/look/tokens.ts'
import { paint } from './make-icons.ts'

const sign = readFileSync('public/icon.svg', 'utf8')

test('The sign has the colours of the shop, on every home screen as well', async () => {
  assert.equal(paint(sign, colours), sign)
  for (const name of ['icon-192', 'icon-512', 'apple-touch-icon']) {
    const icon = sharp(`public/${name}.png`)
    const { width } = await icon.metadata()
    const spot = { left: width / 2, top: Math.round(width / 9), width: 1, height: 1 }
    const pixel = await icon.extract(spot).removeAlpha().raw().toBuffer()
    assert.equal(`#${pixel.toString('hex')}`, colours.accent.light, name)
  }
})

test('A sign in other colours is the same drawing', () => {
  const blue = { light: '#0000aa', dark: '#aaaaff' }
  const painted = paint(sign, { accent: blue, paper: colours.paper })

  assert.equal(painted.replace(blue.light, colours.accent.light), sign)
})
