// A disk so small that it can be filled: a tmpfs, which only root can mount.
import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface SmallDisk {
  readonly folder: string
  /** Takes all the space there is. */
  readonly fill: () => void
  /** Gives it back. */
  readonly clear: () => void
  readonly unmount: () => void
}

/** Whether this process may mount disks. */
export function canMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

/** Mounts an empty disk of so many megabytes in `folder`. Throws when that is not allowed. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk {
  mkdirSync(folder, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder])
  const unmount = () => void execFileSync('umount', ['-l', folder])
  process.once('exit', unmount)
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill: () => fill(ballast),
    clear: () => rmSync(ballast, { force: true }),
    unmount() {
      process.off('exit', unmount)
      unmount()
    },
  }
}

// In ever smaller pieces, until not one byte more fits.
function fill(file: string): void {
  const descriptor = openSync(file, 'a')
  for (let size = 2 ** 20; size >= 1; size = Math.floor(size / 8)) {
    while (fits(descriptor, size));
  }
  closeSync(descriptor)
}

function fits(descriptor: number, size: number): boolean {
  try {
    return writeSync(descriptor, Buffer.alloc(size)) === size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false
    throw error
  }
}
