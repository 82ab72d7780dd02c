// The browser's script, app/_browser, as public/scripts has it: one file, and another for what is loaded when it is needed.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { argv } from 'node:process'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, type BuildResult, build, context, type Plugin } from 'esbuild'

const folder = 'public/scripts'

const forget: Plugin = { name: 'forget', setup: (each) => each.onEnd(forgetOthers) }
const options: BuildOptions = {
  entryPoints: ['app/_browser/shop.ts'],
  outdir: folder,
  // Named for what is in it: browsers keep it for good.
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  // Of a package that is there as a module, too, this one: the other needs a third file.
  resolveExtensions: ['.ts', '.mjs', '.js'],
  metafile: true,
  logLevel: 'error',
  plugins: [forget],
}

/** Makes it. */
export async function bundle(): Promise<void> {
  await build(options)
}

/** Makes it, and again whenever a file of it changes. */
export async function bundleOnChange(): Promise<void> {
  await (await context(options)).watch()
}

function forgetOthers({ metafile }: BuildResult): void {
  if (!metafile) return
  const made = new Set(Object.keys(metafile.outputs).map((path) => basename(path)))
  for (const file of readdirSync(folder)) if (!made.has(file)) rmSync(`${folder}/${file}`)
}

mkdirSync(folder, { recursive: true })
if (import.meta.url === pathToFileURL(argv[1] ?? '').href) await bundle()
