/** Says in a form what becomes of it. Gives the element that says it, which the style sheet keeps in sight. */
export function say(form: HTMLFormElement, words: string): Element | null {
  const said = form.querySelector('output')
  if (said) said.textContent = words
  return said
}
