// A convenience only: the page works without it. Groups the card number, puts the slash into the date, and keeps the
// button from being pressed twice.
const number = document.querySelector('#cardNumber')
const expiry = document.querySelector('#cardExpiry')
const form = document.querySelector('.PaymentForm-form')

number?.addEventListener('input', () => {
  if (number.selectionStart !== number.value.length) return
  number.value = number.value
    .replace(/\D/g, '')
    .slice(0, 19)
    .replace(/(.{4})(?=.)/g, '$1 ')
})

expiry?.addEventListener('input', (event) => {
  if (event.inputType?.startsWith('delete')) return
  const digits = expiry.value
    .replace(/\D/g, '')
    .replace(/^([2-9])/, '0$1')
    .slice(0, 4)
  expiry.value = digits.length > 2 ? `${digits.slice(0, 2)} / ${digits.slice(2)}` : digits
})

form?.addEventListener('submit', (event) => {
  const button = form.querySelector('button.submit')
  if (button.getAttribute('aria-busy') === 'true') {
    event.preventDefault()
    return
  }
  button.setAttribute('aria-busy', 'true')
  button.textContent = button.dataset.busy
})

window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})
