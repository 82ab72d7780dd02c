import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { allowedInstallScripts, isAtLeast, versionFloors } from './version-floors.ts'

interface Locked {
  readonly version?: string
  readonly hasInstallScript?: boolean
}

const { packages } = read('package-lock.json') as { packages: Record<string, Locked> }
const { allowScripts } = read('package.json') as { allowScripts: Record<string, boolean> }
const installed = Object.entries(packages).map(([path, locked]) => ({
  name: path.replace(/^.*node_modules\//, ''),
  ...locked,
}))

for (const { name, version: floor, because } of versionFloors) {
  test(`${name} is ${floor} or newer, wherever it is installed: ${because}`, () => {
    const versions = installed.filter((each) => each.name === name).map(({ version = '0' }) => version)

    assert.ok(versions.length > 0, `${name} is not in package-lock.json: take it off the table`)
    assert.deepEqual(
      versions.filter((version) => !isAtLeast(version, floor)),
      [],
    )
  })
}

test('Of all install scripts only those run that are allowed, and every package that has one is decided on', () => {
  const withScript = new Set(installed.filter((each) => each.hasInstallScript).map(({ name }) => name))

  assert.deepEqual(
    Object.keys(allowScripts).filter((name) => allowScripts[name]),
    allowedInstallScripts,
  )
  assert.deepEqual(
    [...withScript].filter((name) => !(name in allowScripts)),
    [],
    'name them in allowScripts of package.json, with false',
  )
})

test('The commands of the repository install without any script', () => {
  const bootstrap = readFileSync('scripts/bootstrap.mjs', 'utf8')

  for (const [call] of bootstrap.matchAll(/\brunNpm\('(?:ci|install)'[^)]*\)/g))
    assert.match(call, /'--ignore-scripts'/)
})

test('Nothing comes from anywhere but the registry, and each package is the one that was locked', () => {
  const strange = Object.entries(
    packages as Record<string, Locked & { resolved?: string; integrity?: string; link?: boolean }>,
  )
    .filter(([path, { link }]) => path.startsWith('node_modules/') && !link)
    .filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))

  assert.deepEqual(
    strange.map(([path]) => path),
    [],
  )
})

const versions: [version: string, floor: string, isAtLeast: boolean][] = [
  ['16.4.5', '16.4.5', true],
  ['16.4.10', '16.4.9', true],
  ['16.10.0', '16.9.9', true],
  ['17.0.0', '16.4.5', true],
  ['16.4.4', '16.4.5', false],
  ['15.9.9', '16.4.5', false],
  ['16.4.5-canary.1', '16.4.5', false],
  ['16.4.6-canary.1', '16.4.5', true],
]

for (const [version, floor, expected] of versions) {
  test(`${version} is ${expected ? '' : 'not '}at least ${floor}`, () => {
    assert.equal(isAtLeast(version, floor), expected)
  })
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
