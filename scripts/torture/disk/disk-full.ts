import type { SmallDisk } from './small-disk.ts'
import type { Trouble } from './trouble.ts'

interface Under {
  readonly disk: SmallDisk
  readonly full: boolean
  /** What must be done so that there is no room left inside of what is there. */
  readonly prepare?: () => void
}

/** A disk with no room for one more byte, whatever database is on it. */
export function diskFull({ disk, full, prepare }: Under): Trouble {
  return {
    name: 'disk full',
    times: full ? 5 : 1,
    lastsMs: 3_000,
    refusesAll: false,
    readable: true,
    answersMeanwhile: false,
    async begin() {
      prepare?.()
      disk.fill()
      return async () => {
        disk.clear()
        return null
      }
    },
  }
}
