import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'

// A repository in small, with everything installed and one command that tells its environment.
function repository(t: TestContext, files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'kiosk bootstrap-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  const all = {
    'package.json': '{"type":"module"}',
    'package-lock.json': '{}',
    'node_modules/.kiosk-installed': createHash('sha256').update('{}').digest('hex'),
    'scripts/tell.ts':
      'const { A, B, C } = process.env as Record<string, string>\nconsole.log(JSON.stringify({ A, B, C }))',
    ...files,
  }
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  copyFileSync('scripts/bootstrap.mjs', join(root, 'scripts/bootstrap.mjs'))
  const node = process.platform === 'win32' ? 'node.exe' : 'node'
  mkdirSync(join(root, 'node_modules/node/bin'), { recursive: true })
  symlinkSync(process.execPath, join(root, 'node_modules/node/bin', node))
  return root
}

function tell(root: string, env: Record<string, string>): unknown {
  const told = execFileSync(process.execPath, [join(root, 'scripts/bootstrap.mjs'), 'tell'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  return JSON.parse(told)
}

test('A command sees .env and .env.local: the second wins over the first, the environment over both', (t) => {
  const root = repository(t, { '.env': 'A=env\nB=env\nC=env', '.env.local': 'B=local\nC=local' })
  assert.deepEqual(tell(root, { C: 'shell' }), { A: 'env', B: 'local', C: 'shell' })
})

test('Each of the two files may be missing, and what is set to nothing counts as set', (t) => {
  assert.deepEqual(tell(repository(t, { '.env': 'A=env' }), {}), { A: 'env' })
  assert.deepEqual(tell(repository(t, { '.env.local': 'A=local' }), { A: '' }), { A: '' })
  assert.deepEqual(tell(repository(t, {}), {}), {})
})
