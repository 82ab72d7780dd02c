// A convenience only: every page works without it. Renews the parts of a page that are marked `data-live` when something
// has changed, sends orders without leaving the page, and lets the clock tick.
const live = document.querySelector('#live')
const status = live.querySelector('[role=status]')
const button = document.createElement('button')
let paused = false
let missed = false
let renewing = false

button.type = 'button'
button.textContent = 'Pause'
button.addEventListener('click', () => {
  paused = !paused
  button.textContent = paused ? 'Go on' : 'Pause'
  if (paused) say('Paused')
  listen()
})
live.querySelector('a').replaceWith(button)

/** Open while somebody looks: a browser has few connections to one server, and each hidden page would hold one. */
let source = null

function listen() {
  source?.close()
  source = null
  if (paused || document.hidden) return
  source = new EventSource(live.dataset.livePath)
  source.addEventListener('open', () => {
    say('Live')
    void renew()
  })
  source.addEventListener('changed', () => void renew())
  source.addEventListener('error', () => say('No connection'))
}

listen()
document.addEventListener('visibilitychange', listen)
window.addEventListener('pagehide', () => source?.close())
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!form.matches('form.order')) return
  event.preventDefault()
  void give(form)
})

setInterval(() => {
  if (paused) return
  for (const time of document.querySelectorAll('[data-ticks] time')) {
    const next = new Date(Date.parse(time.dateTime) + 1000).toISOString()
    time.dateTime = next
    time.textContent = next.slice(0, 19).replace('T', ' ')
  }
}, 1000)

async function give(form) {
  try {
    const body = new URLSearchParams(new FormData(form))
    const answer = await fetch(form.action, { method: 'POST', body })
    const page = parse(await answer.text())
    say(answer.ok ? 'Done' : (page.querySelector('[data-error]')?.textContent ?? 'Refused'))
    if (answer.ok) show(page)
  } catch {
    say('No connection')
  }
}

async function renew() {
  if (paused) return
  missed = true
  if (renewing) return
  renewing = true
  try {
    while (missed) {
      missed = false
      const answer = await fetch(location.href, { cache: 'no-store' })
      if (answer.ok) show(parse(await answer.text()))
      else say('No longer there')
    }
  } catch {
    say('No connection')
  } finally {
    renewing = false
  }
}

function parse(text) {
  return new DOMParser().parseFromString(text, 'text/html')
}

function show(page) {
  const focus = keyOf(document.activeElement)
  for (const part of document.querySelectorAll('[data-live]')) {
    const fresh = page.getElementById(part.id)
    if (fresh && fresh.innerHTML !== part.innerHTML) part.innerHTML = fresh.innerHTML
  }
  if (focus === null || keyOf(document.activeElement) === focus) return
  const again = [...document.querySelectorAll('[data-live] :is(a, button, pre)')]
  again.find((element) => keyOf(element) === focus)?.focus({ preventScroll: true })
}

function keyOf(element) {
  if (!element?.closest('[data-live]')) return null
  return element.dataset.key ?? element.getAttribute('href') ?? element.getAttribute('aria-label')
}

function say(word) {
  if (status.textContent !== word) status.textContent = word
}
