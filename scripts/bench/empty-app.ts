// The limit of what Next.js can do: an app of the same version with nothing in it but one page, and one page that is kept.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startServer } from '../server.ts'
import { run } from '../step.ts'
import { freePort } from './bench-shop.ts'

const nextProgram = resolve('node_modules/next/dist/bin/next')
const files = {
  'package.json': '{"private":true,"type":"module"}',
  'next.config.js': `export default { agentRules: false, turbopack: { root: '/' } }`,
  'app/layout.js': 'export default ({ children }) => <html><body>{children}</body></html>',
  'app/page.js': 'export default () => <p>empty</p>',
  'app/kept/[slug]/page.js': `
    export const revalidate = 60
    export const generateStaticParams = () => []
    export default async ({ params }) => <p>{(await params).slug}</p>`,
}

/** Builds it in `folder`, which it makes, starts it, and gives its address, without a slash at the end. */
export async function startEmptyApp(folder: string): Promise<string> {
  mkdirSync(join(folder, 'app', 'kept', '[slug]'), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  await run(process.execPath, [nextProgram, 'build', folder])
  const port = await freePort()
  const url = `http://localhost:${port}`
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
