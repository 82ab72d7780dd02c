import assert from 'node:assert/strict'
import childProcess from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { startWithThisNode } from './start-with-this-node.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-node-'))
const script = join(folder, 'script.mjs')
const show = 'console.log(JSON.stringify([process.execPath, process.argv.slice(2), process.env.GREETING]))'
const warn = 'console.error("of its own"); process.emitWarning("beware")'

writeFileSync(script, `${show}\n${warn}`, { mode: 0o644 })
startWithThisNode(script)

after(() => rmSync(folder, { recursive: true, force: true }))

test('The script is run by this Node although no system could start it, with its arguments and options', async () => {
  const child = childProcess.spawn(script, ['--one', 'two words'], {
    env: { ...process.env, GREETING: 'hello' },
  })
  assert.deepEqual(JSON.parse(await text(child.stdout)), [process.execPath, ['--one', 'two words'], 'hello'])
})

test('The script’s stderr has what the script writes and no warning of Node’s', async () => {
  const child = childProcess.spawn(script, [], {
    env: { ...process.env, NODE_OPTIONS: '--import=data:text/javascript,process.emitWarning(String(1))' },
  })
  assert.equal(await text(child.stderr), 'of its own\n')
})

test('Every other command is started as it always was', async () => {
  const child = childProcess.spawn(process.execPath, ['--eval', show], environment('hi'))
  assert.deepEqual(JSON.parse(await text(child.stdout)), [process.execPath, [], 'hi'])
})

function environment(greeting: string): childProcess.SpawnOptionsWithoutStdio {
  return { env: { ...process.env, GREETING: greeting } }
}
