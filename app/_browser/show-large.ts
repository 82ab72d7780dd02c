/** Shows a picture over the page, as large as the screen, with the others beside it: by swiping or with the arrow keys. */
export function showLarge(link: HTMLAnchorElement): void {
  const links = [...(link.parentElement?.querySelectorAll('a') ?? [])]
  const row = document.createElement('div')
  row.append(...links.map(largeOf))
  const close = document.createElement('button')
  close.textContent = link.closest<HTMLElement>('.gallery')?.dataset['close'] ?? ''
  const dialog = document.createElement('dialog')
  Object.assign(dialog, { className: 'large', ariaLabel: document.querySelector('h1')?.textContent })
  dialog.append(close, row)
  dialog.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  dialog.addEventListener('keydown', (event) => walk(event, row))
  document.body.append(dialog)
  dialog.showModal()
  row.scrollTo({ left: links.indexOf(link) * row.clientWidth, behavior: 'instant' })
}

function largeOf({ href, dataset, children: [slide] }: HTMLAnchorElement): HTMLElement {
  const figure = document.createElement('figure')
  Object.assign(figure.dataset, dataset)
  const small = slide?.querySelector<HTMLImageElement>('picture img') ?? slide?.querySelector('img')
  const image = Object.assign(new Image(), { loading: 'lazy', src: href, alt: small?.alt ?? '' })
  // What is there already stands in its place until it is.
  image.style.backgroundImage = `url("${small?.currentSrc ?? ''}")`
  figure.append(image)
  return figure
}

function walk(event: KeyboardEvent, row: HTMLElement) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  row.scrollBy({ left: step * row.clientWidth })
}
