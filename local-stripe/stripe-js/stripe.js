// This is not Stripe.js. It is Local Stripe's stand-in for it: only what a redirect to hosted Checkout needs.
;(() => {
  const localStripe = new URL(document.currentScript.src).origin

  function Stripe(key) {
    if (typeof key !== 'string' || key === '')
      throw new Error('Please call Stripe() with your publishable key.')
    if (!key.startsWith('pk_test_')) {
      throw new Error(
        'Local Stripe takes publishable test keys only (pk_test_…). Load the real Stripe.js for a live key.',
      )
    }
    return { redirectToCheckout: (options) => redirectToCheckout(key, options), _registerWrapper() {} }
  }

  async function redirectToCheckout(key, options) {
    const sessionId = options?.sessionId
    if (typeof sessionId !== 'string') throw new Error('redirectToCheckout: sessionId must be a string.')
    const answer = await askForUrl(key, sessionId)
    if (answer.error) return { error: answer.error }
    location.assign(answer.url)
    return new Promise(() => {})
  }

  async function askForUrl(key, sessionId) {
    const question = new URL('/stripe-js/session-url', localStripe)
    question.search = new URLSearchParams({ key, session: sessionId }).toString()
    try {
      return await (await fetch(question, { credentials: 'omit' })).json()
    } catch {
      return { error: { type: 'api_connection_error', message: 'Local Stripe could not be reached.' } }
    }
  }

  Stripe.version = 'basil'
  window.Stripe = Stripe
})()
