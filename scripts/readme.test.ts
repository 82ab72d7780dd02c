// What the documents name must be there: prose drifts, and this is what notices.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const documents = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'local-stripe/README.md']
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

for (const document of documents) {
  const text = readFileSync(document, 'utf8')

  test(`Every npm command that ${document} names exists`, () => {
    const names = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
    for (const name of new Set(names)) assert.ok(scripts[name], `npm run ${name}`)
  })

  test(`Every path and link that ${document} names exists`, () => {
    const folder = document.includes('/') ? `${document.slice(0, document.lastIndexOf('/'))}/` : ''
    for (const path of pathsIn(text)) assert.ok(existsSync(path) || existsSync(folder + path), path)
  })
}

test('Both READMEs name the same commands, paths and addresses', () => {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((file) =>
    namesIn(readFileSync(file, 'utf8')),
  )
  assert.deepEqual(english, chinese)
})

test('Every command has its line in the README', () => {
  const readme = readFileSync('README.md', 'utf8')
  for (const name of Object.keys(scripts))
    assert.ok(readme.includes(name === 'test' ? 'npm test' : `npm run ${name}`), name)
})

/** Things in backquotes, links or trees that look like a file or a folder of the repository. */
function pathsIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([\w.[\]@-]+(?:\/[\w.[\]@-]*)+|[\w.-]+\.(?:ts|md|json|js|example))`/g)]
  const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)]
  const drawn = [...text.matchAll(/^( *)([\w-]+\/|[\w.-]+\.ts) {2,}/gm)].map(([, indent, name = '']) =>
    indent ? `domain/${name}` : name,
  )
  return [...[...quoted, ...linked].map(([, path = '']) => path), ...drawn].filter(
    (path) => !/^(@|data\/)/.test(path) && !notPaths.has(path),
  )
}

// Made by whoever follows the text, an address, a name that no file has; and what is in data/ is made while the shop runs.
const notPaths = new Set(['.env.local', '_next/static', 'index.ts'])

function namesIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name)
  return [...new Set(quoted.filter((name) => /^[\x20-\x7e]+$/.test(name)))].toSorted()
}
