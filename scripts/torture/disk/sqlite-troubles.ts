// What can be wrong with a SQLite file and the disk under it.
import { DatabaseSync } from 'node:sqlite'
import { lockInAnotherProcess } from '../../../prisma/test-lock.ts'
import type { Shop } from '../shops.ts'
import { diskFull } from './disk-full.ts'
import { failFsync, whyNoFailingFsync } from './failing-fsync.ts'
import type { SmallDisk } from './small-disk.ts'
import type { Trouble } from './trouble.ts'

interface Under {
  readonly shop: Shop
  readonly file: string
  /** What the file lies on; null: on no disk of its own. */
  readonly disk: SmallDisk | null
  readonly full: boolean
}

/** All of it; as texts what cannot be tried here, with the reason. */
export function sqliteTroubles(under: Under): (Trouble | string)[] {
  const noFsync = whyNoFailingFsync()
  return [
    noRoomInFile(under),
    under.disk
      ? diskFull({ disk: under.disk, full: under.full, prepare: () => giveBackLog(under.file) })
      : 'disk full: only root can mount a small one',
    locked(under, { seconds: 3, times: under.full ? 20 : 1 }),
    // Longer than anybody is kept waiting.
    locked(under, { seconds: 8, times: under.full ? 3 : 1 }),
    noFsync ? `failed fsync: ${noFsync}` : failedFsync(under),
  ]
}

// SQLite's own limit, set on the shop's connection by the preload: to SQLite it is a full disk.
function noRoomInFile({ shop, full }: Under): Trouble {
  const limit = async (maximumPages: number | null) => {
    const headers = { 'Torture-Order': JSON.stringify({ maximumPages }) }
    const answer = await fetch(`${shop.url}/api/health`, { headers, signal: AbortSignal.timeout(10_000) })
    return answer.ok ? null : 'the limit could not be set'
  }
  return {
    name: 'database full',
    times: full ? 5 : 1,
    lastsMs: 3_000,
    refusesAll: false,
    readable: true,
    answersMeanwhile: false,
    async begin() {
      await limit(0)
      return () => limit(null)
    },
  }
}

// The log of changes keeps the room that it once had, and would go on in there.
function giveBackLog(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
}

function locked({ file }: Under, { seconds, times }: { seconds: number; times: number }): Trouble {
  return {
    name: `database locked for ${seconds} s`,
    times,
    lastsMs: seconds * 1000,
    refusesAll: true,
    readable: true,
    answersMeanwhile: true,
    async begin() {
      const lock = await lockInAnotherProcess(file)
      return async () => {
        await lock.release()
        return null
      }
    },
  }
}

function failedFsync({ shop, full }: Under): Trouble {
  return {
    name: 'failed fsync',
    times: full ? 10 : 1,
    lastsMs: 2_000,
    refusesAll: true,
    readable: true,
    answersMeanwhile: false,
    async begin() {
      const end = await failFsync([shop.pid])
      return async () => ((await end()) === 0 ? 'no fsync failed' : null)
    },
  }
}
