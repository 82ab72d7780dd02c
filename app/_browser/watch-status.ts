import { renewPage } from './renew-page.ts'

/**
 * Makes the page anew when the order it waits for has another status. A stream tells it; where none comes through, or it has
 * ended, the page asks by itself, more and more seldom, and after an hour or so no more.
 */
export function watchStatus(): void {
  const { watch: address, status } = document.querySelector<HTMLElement>('[data-watch]')?.dataset ?? {}
  if (!address) return
  let pause = 3_000
  let timer = setTimeout(askLater, pause)
  let isRenewing = false
  const stream = new EventSource(address)
  stream.addEventListener('message', ({ data }) => {
    clearTimeout(timer)
    void hear(data)
  })
  stream.addEventListener('error', askLater)

  // An order never becomes open: a page that knows more than the database must not make itself anew for that.
  async function hear(said: unknown) {
    if (said === 'open' || said === status || isRenewing) return
    isRenewing = true
    await renewPage().finally(() => (isRenewing = false))
    const now = document.querySelector<HTMLElement>('[data-watch]')?.dataset ?? {}
    // A page that shows the same as before goes on listening as before, or it would make itself anew for ever.
    if (now['watch'] === address && now['status'] === status) return
    stop()
    watchStatus()
  }
  function askLater() {
    stream.close()
    clearTimeout(timer)
    if (pause < 9e5) timer = setTimeout(ask, (pause *= 1.3))
  }
  function ask() {
    void fetch(address ?? '')
      .then(async (answer) => answer.ok && hear(await answer.text()))
      .catch(() => {})
      .then(askLater)
  }
  function stop() {
    stream.close()
    clearTimeout(timer)
    pause = 9e5
  }
}
