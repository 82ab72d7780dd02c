// The page as the shop would make it now, put where the page stands. Whatever is the same stays in place, with its focus; what
// changes inside of a live region is read aloud.

/** Shows what the page's own address has now. Throws when no answer comes; keeps the page when the answer is no such page. */
export async function renewPage(): Promise<void> {
  const answer = await fetch(location.href)
  const made = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const [shown, fresh] = [document, made].map((page) => page.querySelector('main'))
  if (!answer.ok || !shown || !fresh) return
  // What is in there is read as text by a browser that runs script, and only by this one as elements.
  for (const unread of fresh.querySelectorAll('noscript')) unread.replaceChildren()
  document.title = made.title
  becomeLike(shown, fresh)
}

function becomeLike(shown: Element, fresh: Element): void {
  for (const name of shown.getAttributeNames()) if (!fresh.hasAttribute(name)) shown.removeAttribute(name)
  for (const { name, value } of fresh.attributes)
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value)
  const nodes = [...fresh.childNodes]
  for (const [at, node] of nodes.entries()) place(shown, at, node)
  while (shown.childNodes.length > nodes.length) shown.lastChild?.remove()
}

function place(parent: Element, at: number, node: ChildNode): void {
  const old = parent.childNodes[at]
  if (!old) parent.append(node)
  else if (old.isEqualNode(node)) return
  else if (old instanceof Element && node instanceof Element && old.localName === node.localName)
    becomeLike(old, node)
  else old.replaceWith(node)
}
