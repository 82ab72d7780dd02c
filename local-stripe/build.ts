// Makes dist/, which is what npm gets: Node runs TypeScript by itself, but not inside node_modules.
import { execFileSync } from 'node:child_process'
import { constants, copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import ts from 'typescript'

const root = import.meta.dirname
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' })
declare('start-local-stripe')
for (const asset of assets()) copy(asset)

/** What somebody who imports the package may call, and nothing else, gets its types. */
function declare(name: string): void {
  const source = readFileSync(join(root, `${name}.ts`), 'utf8')
  const { outputText } = ts.transpileDeclaration(source, { fileName: `${name}.ts` })
  writeFileSync(join(dist, `${name}.d.ts`), outputText)
}

function copy(asset: string): void {
  mkdirSync(dirname(join(dist, asset)), { recursive: true })
  copyFileSync(join(root, asset), join(dist, asset), constants.COPYFILE_EXCL)
}

/** What the code reads at run time and the compiler leaves behind: styles, scripts of the browser, tables. */
function assets(): string[] {
  const found = globSync('*/**/*.{css,js,json}', { cwd: root })
  return found.filter((path) => !['dist', 'node_modules', 'testing'].includes(path.split(sep)[0] ?? ''))
}
