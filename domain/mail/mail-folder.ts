// The folder that messages land in when no SMTP server is set: one .eml file each, named so that names sort by time.
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Writes a message under its name, whole or not at all; what was there under that name is replaced. The folder is made when it
 * is missing, and nobody but the shop's own user may read it: addresses stand in it. Rejects with errors of the file system.
 */
export async function saveMessage(
  folder: string,
  { fileName, bytes }: { fileName: string; bytes: Buffer },
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `.${randomUUID()}.tmp`)
  try {
    await writeFile(draft, bytes, { mode: 0o600 })
    await rename(draft, join(folder, fileName))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Names of the messages in the folder, newest first; none when there is no folder. */
export async function listMessages(folder: string): Promise<string[]> {
  const names = (await unlessMissing(readdir(folder))) ?? []
  return names.filter(isName).toSorted().toReversed()
}

/** The message of this name as it stands in the folder, or null. No name leads out of the folder. */
export async function readMessage(folder: string, name: string): Promise<Buffer | null> {
  return isName(name) ? unlessMissing(readFile(join(folder, name))) : null
}

// Neither a path nor one of those that are still being written.
function isName(name: string): boolean {
  return /^[\w-][\w.-]*\.eml$/.test(name)
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
