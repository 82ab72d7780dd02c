// The shop built once more elsewhere, with a Route Handler beside its own that only reads and answers: what Next itself takes.
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { next } from '../prepare.ts'
import { runScript } from '../step.ts'

const parts = ['app', 'domain', 'stripe', 'prisma', 'messages', 'public']
const files = ['env.ts', 'env-form.ts', 'instrumentation.ts', 'package.json', 'tsconfig.json']

const bareHandler = `
export async function POST(request: Request): Promise<Response> {
  await request.text()
  return Response.json({ received: 'stored' })
}
`
// Turbopack follows no link out of its root, and the packages are linked.
const config = `
import shop from './shop.config.js'
export default { ...shop, turbopack: { root: '/' } }
`

/** Builds it in `folder`, which it makes. The bare handler answers at /api/bare. */
export async function buildBesideBare(folder: string): Promise<void> {
  mkdirSync(join(folder, 'app', 'api', 'bare'), { recursive: true })
  for (const part of [...parts, ...files]) cpSync(part, join(folder, part), { recursive: true })
  cpSync('next.config.js', join(folder, 'shop.config.js'))
  writeFileSync(join(folder, 'next.config.js'), config)
  writeFileSync(join(folder, 'app', 'api', 'bare', 'route.ts'), bareHandler)
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
  await runScript(next, ['build', folder])
}
