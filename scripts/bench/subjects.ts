// What is measured, each started when the first part asks for it: shops of their own, and the limit of what Next.js can do.
import { join } from 'node:path'
import { buildShop } from '../prepare.ts'
import { step } from '../step.ts'
import { buildBesideBare } from './build-beside-bare.ts'
import { type BenchShop, startBenchShop } from './bench-shop.ts'
import { startEmptyApp } from './empty-app.ts'
import type { Size } from './fill-database.ts'

export interface Subjects {
  /** Where files of this run go. */
  readonly folder: string
  /** Of the large shop. */
  readonly size: Size
  readonly shop: () => Promise<BenchShop>
  /** The shop built with a Route Handler beside its own that only reads and answers, at /api/bare. */
  readonly shopBesideBare: () => Promise<BenchShop>
  /** The address of an empty app of the same Next.js, with one page that is kept as the shop’s are: /kept/anything. */
  readonly emptyApp: () => Promise<string>
}

/** Prepares them; nothing is started yet. */
export function subjects(folder: string, size: Size): Subjects {
  return {
    folder,
    size,
    shop: once('Building and starting a shop of its own', async () => {
      await buildShop()
      return startBenchShop({ build: '.', folder: join(folder, 'shop') })
    }),
    shopBesideBare: once('Building and starting a shop beside a bare Route Handler', async () => {
      const build = join(folder, 'build')
      await buildBesideBare(build)
      return startBenchShop({ build, folder: join(folder, 'beside-bare') })
    }),
    emptyApp: once('Building and starting an empty app', () => startEmptyApp(join(folder, 'empty'))),
  }
}

function once<T>(title: string, work: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined
  return () => (started ??= step(title, work))
}
