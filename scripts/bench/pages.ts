// How much JavaScript a page makes the browser load, beside an empty app of the same Next.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figure } from '../bench.ts'
import { startServer } from '../server.ts'
import { run } from '../step.ts'
import { freePort } from './bench-shop.ts'

const nextProgram = resolve('node_modules/next/dist/bin/next')
const goalKb = 142
const goalRatio = 1.06

/** Weighs home and product page. `folder` takes the empty app. */
export async function measurePages(url: string, folder: string): Promise<Figure[]> {
  const empty = await startEmptyApp(join(folder, 'empty'))
  const floor = await javaScriptOf(empty)
  const figures: Figure[] = []
  for (const [name, path] of [
    ['home', '/en'],
    ['product', '/en/products/celadon-mug'],
    ['cart', '/en/cart'],
  ] as const) {
    const weight = await javaScriptOf(`${url}${path}`)
    figures.push({
      what: `JavaScript of the ${name} page, gzip`,
      measured: `${weight.toFixed(1)} kB`,
      beside: `${floor.toFixed(1)} kB, an empty app of the same Next: ${(weight / floor).toFixed(3)} times`,
      goal: `at most ${goalKb} kB and ${goalRatio} times`,
      met: weight <= goalKb && weight / floor <= goalRatio,
    })
  }
  return figures
}

async function startEmptyApp(folder: string): Promise<string> {
  mkdirSync(join(folder, 'app'), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  writeFileSync(
    join(folder, 'next.config.js'),
    `export default { agentRules: false, turbopack: { root: '/' } }`,
  )
  writeFileSync(
    join(folder, 'app', 'layout.js'),
    'export default ({ children }) => <html><body>{children}</body></html>',
  )
  writeFileSync(join(folder, 'app', 'page.js'), 'export default () => <p>empty</p>')
  await run(process.execPath, [nextProgram, 'build', folder])
  const port = await freePort()
  const url = `http://localhost:${port}/`
  await startServer({
    name: 'The empty app',
    script: nextProgram,
    args: ['start', folder, '-p', String(port)],
    env: {},
    readyUrl: url,
    log: join(folder, 'log'),
  })
  return url
}

/** kB of the scripts that a page's HTML names for today's browsers, each compressed as well as gzip can. */
async function javaScriptOf(url: string): Promise<number> {
  const html = await (await fetch(url)).text()
  const tags = [...html.matchAll(/<script[^>]*src="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  )
  const paths = new Set(tags.map(([, path = '']) => path))
  let bytes = 0
  for (const path of paths) {
    const script = Buffer.from(await (await fetch(new URL(path, url))).arrayBuffer())
    bytes += gzipSync(script, { level: 9 }).byteLength
  }
  return bytes / 1000
}
