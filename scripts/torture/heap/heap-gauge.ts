// How much memory a shop's process really holds: its heap after all garbage is collected.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Shop } from '../shops.ts'

export interface HeapGauge {
  /** What startShop needs so that the process can be asked. */
  readonly start: { readonly preload: string; readonly env: Readonly<Record<string, string>> }
  /** Bytes that `shop` holds now. Throws when it does not say within half a minute. */
  readonly read: (shop: Shop) => Promise<number>
}

const preload = new URL('write-heap.mjs', import.meta.url).href

/** A gauge for one process, with its file in `folder`. */
export function heapGauge(folder: string, name = 'heap'): HeapGauge {
  const file = join(folder, name)
  return {
    start: { preload, env: { KIOSK_HEAP_FILE: file } },
    async read(shop) {
      rmSync(file, { force: true })
      process.kill(shop.pid, 'SIGUSR2')
      const deadline = Date.now() + 30_000
      while (!existsSync(file)) {
        if (Date.now() > deadline || shop.ended()) throw new Error(`no word of the heap:\n${shop.output()}`)
        await pause(20)
      }
      return Number(readFileSync(file, 'utf8'))
    },
  }
}

/** Bytes as megabytes, to two decimals. */
export function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(2)
}
