import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { colours, fonts, readColours, readFonts, tokens } from './tokens.ts'

const otherwise = tokens.replace(/--accent: [^;]+;/, '--accent: light-dark(\n    #0A0B0C,#0d0e0f );')

test('A colour is what the style sheet of tokens says it is in each scheme', () => {
  assert.deepEqual(readColours(otherwise), { ...colours, accent: { light: '#0A0B0C', dark: '#0d0e0f' } })
  assert.match(tokens, new RegExp(`--paper: light-dark\\(${colours.paper.light}, ${colours.paper.dark}\\);`))
})

test('A colour that is the same in both schemes is written once', () => {
  const { line } = readColours(tokens.replace(/--line: [^;]+;/, '--line: #123456;'))

  assert.deepEqual(line, { light: '#123456', dark: '#123456' })
})

test('What stands in a comment is no colour', () => {
  assert.deepEqual(
    readColours(`/* :root { --accent: #000000; } */ ${tokens} /* --accent: #000000; */`),
    colours,
  )
})

for (const value of ['red', 'oklch(50% 0.1 30)', '#fff', 'var(--other)', ''])
  test(`A colour written ${value || 'not at all'} is refused by its name: messages and pictures could not have it`, () => {
    const css = tokens.replace(/--accent: [^;]+;/, value && `--accent: ${value};`)
    assert.throws(() => readColours(css), /--accent must be #rrggbb/)
  })

test('Each language has faces of its own, which fit into a style attribute', () => {
  assert.match(fonts.en.text, /^system-ui/)
  assert.match(fonts['zh-CN'].text, /^'PingFang SC'/)
  assert.match(fonts['zh-CN'].display, /^'Songti SC'/)
  assert.doesNotMatch(JSON.stringify(Object.values(fonts).flatMap(Object.values).join()).slice(1, -1), /"/)
  assert.throws(() => readFonts(tokens, ':lang(fr)'), /has no --font/)
})

test('No colour of the shop is written anywhere but in the style sheet of tokens', () => {
  const written = Object.values(colours).flatMap(({ light, dark }) => [light, dark])
  const sources = globSync('{app,domain,stripe,scripts}/**/*.{ts,tsx,css}').filter(
    (file) => !file.endsWith('tokens.css') && !file.startsWith('scripts/pictures'),
  )
  const again = sources.filter((file) => {
    const text = readFileSync(file, 'utf8').toLowerCase()
    return written.some((each) => text.includes(each))
  })

  assert.ok(sources.length > 300)
  assert.deepEqual(again, [])
})
