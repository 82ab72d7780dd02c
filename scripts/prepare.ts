// What the shop needs before it starts: Prisma's client, its database, its pictures, and a build. Each is made only when what it is made
// of has changed.
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { bundle } from './bundle.ts'
import { paintIcons } from './make-icons.ts'
import { sizePictures } from './pictures/size-pictures.ts'
import { run, runScript } from './step.ts'

const prisma = 'node_modules/prisma/build/index.js'
export const next = 'node_modules/next/dist/bin/next'

const buildInputs = '{app,domain,stripe,prisma,messages}/**/*.{ts,tsx,css,json,prisma}'

// Prisma's client for each kind of database, by a url that nothing connects to.
const clients = {
  'prisma/generated': 'file:./kiosk.db',
  'prisma/postgresql/generated': 'postgresql://localhost/kiosk',
}

/** Makes Prisma's clients out of prisma/schema.prisma: one build sells on either kind of database. */
export async function generateClient(): Promise<void> {
  const inputs = hashOf(['prisma/schema.prisma', 'prisma/postgresql-schema.ts', 'package-lock.json'])
  for (const [folder, url] of Object.entries(clients)) {
    const stamp = `${folder}/.made-of`
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) continue
    await runScript(prisma, ['generate'], { DATABASE_URL: url })
    writeFileSync(stamp, inputs)
  }
}

/** Brings the database that DATABASE_URL names up to date, and fills it when it has no product at all. */
export async function prepareDatabase(): Promise<void> {
  await generateClient()
  await runScript(prisma, ['migrate', 'deploy'])
  await run(process.execPath, ['prisma/seed.ts'])
  await run(process.execPath, ['scripts/list-products.ts'])
}

/** Builds the shop for production. Its server knows the files that were in public/ when it started. */
export async function buildShop(): Promise<void> {
  await paintIcons()
  await sizePictures()
  await bundle()
  const stamp = '.next/made-of'
  const inputs = hashOf([
    ...globSync(buildInputs),
    'scripts/bundle.ts',
    'env.ts',
    'env-form.ts',
    'instrumentation.ts',
    'next.config.js',
    'tsconfig.json',
    'package-lock.json',
  ])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return
  await runScript(next, ['build'])
  writeFileSync(stamp, inputs)
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files.toSorted())
    if (!file.includes('generated')) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}
