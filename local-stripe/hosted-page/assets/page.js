// A convenience only: the page works without it. Groups the card number, puts the slash into the date, sends changes of
// the order without a page load, and keeps the button from being pressed twice.
const form = document.querySelector('#payment')
let pending = null

addEventListener('input', (event) => {
  if (event.target.id === 'cardNumber') groupDigits(event.target)
  if (event.target.id === 'cardExpiry' && !event.inputType?.startsWith('delete')) putSlash(event.target)
})

function groupDigits(number) {
  if (number.selectionStart !== number.value.length) return
  number.value = number.value
    .replace(/\D/g, '')
    .slice(0, 19)
    .replace(/(.{4})(?=.)/g, '$1 ')
}

function putSlash(expiry) {
  const digits = expiry.value
    .replace(/\D/g, '')
    .replace(/^([2-9])/, '0$1')
    .slice(0, 4)
  expiry.value = digits.length > 2 ? `${digits.slice(0, 2)} / ${digits.slice(2)}` : digits
}

form?.addEventListener('change', (event) => {
  const { id, dataset } = event.target
  if (dataset.change) void change(dataset.change)
  if (id === 'shippingCountry' || id === 'billingCountry') void change('country')
})

// Enter in the field of a change means the change, not paying.
addEventListener('keydown', (event) => {
  const wanted = event.target.dataset?.enter
  if (event.key !== 'Enter' || !wanted) return
  event.preventDefault()
  void change(wanted)
})

form?.addEventListener('submit', (event) => {
  const { submitter } = event
  if (submitter?.name === 'change') {
    event.preventDefault()
    void change(submitter.value)
    return
  }
  if (pending !== null) {
    event.preventDefault()
    void pending.then(() => form.requestSubmit())
    return
  }
  const button = form.querySelector('button.submit')
  if (button.getAttribute('aria-busy') === 'true') {
    event.preventDefault()
    return
  }
  button.setAttribute('aria-busy', 'true')
  button.querySelector('.SubmitButton-TextContainer').textContent = button.dataset.busy
})

/** Changes go one after another, each with what the one before has left. */
function change(what) {
  const before = pending ?? Promise.resolve()
  const mine = before.then(() => send(what)).catch(() => location.reload())
  pending = mine
  void mine.then(() => {
    if (pending === mine) pending = null
  })
  return mine
}

async function send(what) {
  const sent = new FormData(form)
  for (const secret of ['cardNumber', 'cardExpiry', 'cardCvc', 'iban', 'accountNumber']) sent.delete(secret)
  sent.set('change', what)
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams(sent),
    redirect: 'manual',
  })
  if (answer.type === 'opaqueredirect' || answer.status === 410) {
    location.reload()
    return
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const part of document.querySelectorAll('[data-part]')) replace(part, fresh, sent)
}

/** Puts a part's new state in its place, but keeps what has been typed since, what was open, and the focus. */
function replace(part, fresh, sent) {
  const next = fresh.querySelector(`[data-part="${part.dataset.part}"]`)
  if (next === null || next.isEqualNode(part)) return
  const focused = part.contains(document.activeElement) ? document.activeElement.id : ''
  for (const field of part.querySelectorAll('input[id], select[id]')) keep(field, next, sent)
  part.replaceWith(next)
  const wrong = next.querySelector('[aria-invalid]')
  const field = wrong ?? (focused === '' ? null : document.getElementById(focused))
  field?.focus()
}

function keep(field, next, sent) {
  const twin = next.querySelector(`#${CSS.escape(field.id)}`)
  if (twin === null || field.type === 'radio' || field.type === 'checkbox') return
  if (field.value !== (sent.get(field.name) ?? '')) twin.value = field.value
}

addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})
