/**
 * Waits until the page is whole. Where React makes pages live (`next dev`, pages with client components) it must have taken the
 * page over first: it expects to find what the server wrote.
 */
export async function pageIsReady(): Promise<void> {
  if (document.readyState === 'loading')
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve))
  if (!('__next_f' in window)) return
  while (!isLive(document.querySelector('main'))) await pause()
  // What it has begun with it ends within the same task.
  await pause()
}

function isLive(element: Element | null): boolean {
  return element !== null && Object.keys(element).some((key) => key.startsWith('__react'))
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50))
}
