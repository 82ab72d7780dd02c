'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

interface StatusWatchProps {
  /** What tells the order's status. */
  readonly address: string
  /** The status that the page shows. */
  readonly status: string
}

/**
 * Makes the page anew when the order it waits for has another status. A stream tells it; where none comes through, or it has
 * ended, the page asks by itself, more and more seldom, and after an hour or so no more.
 */
export function StatusWatch({ address, status }: StatusWatchProps) {
  const router = useRouter()
  useEffect(() => {
    let pause = 3_000
    let timer = setTimeout(askLater, pause)
    const stream = new EventSource(address)
    stream.addEventListener('message', ({ data }) => {
      clearTimeout(timer)
      hear(data)
    })
    stream.addEventListener('error', askLater)

    // An order never becomes open: a page that knows more than the database must not make itself anew for that.
    function hear(said: unknown) {
      if (said !== 'open' && said !== status) router.refresh()
    }
    function askLater() {
      stream.close()
      clearTimeout(timer)
      if (pause < 9e5) timer = setTimeout(ask, (pause *= 1.3))
    }
    function ask() {
      void fetch(address)
        .then(async (answer) => answer.ok && hear(await answer.text()))
        .catch(() => {})
        .then(askLater)
    }
    return () => {
      stream.close()
      clearTimeout(timer)
      pause = 9e5
    }
  }, [address, status, router])
  return null
}
