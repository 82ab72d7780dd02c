/** Lets a product's pictures open large over the page. Without script, or when that does not come, each link leads to its picture. */
export function driveGallery(): void {
  for (const slides of document.querySelectorAll<HTMLElement>('.slides'))
    slides.addEventListener('click', open)
}

function open(event: MouseEvent) {
  const { target, ctrlKey, metaKey, shiftKey } = event
  const link = target instanceof Element ? target.closest('a') : null
  if (!link || ctrlKey || metaKey || shiftKey) return
  event.preventDefault()
  void import('./show-large.ts')
    .then(({ showLarge }) => showLarge(link))
    .catch(() => location.assign(link.href))
}
