import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { secondsToWait } from '../../_doors/seconds-to-wait.ts'

/** Lets a page look something up, or sends a browser that does so too often away for a while; it comes back to `path`. */
export async function requireTurn(path: string): Promise<void> {
  const seconds = secondsToWait('look', await headers())
  if (seconds > 0) redirect(`/api/wait?${new URLSearchParams({ seconds: String(seconds), back: path })}`)
}
