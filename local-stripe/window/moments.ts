// Moments and spans as the window writes them, in UTC.
import { html, type Html } from '../hosted-page/html.ts'

const units = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const

/** A moment in seconds since 1970. */
export function moment(seconds: number): Html {
  const iso = new Date(seconds * 1000).toISOString()
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')}</time>`
}

/** The same for the present one, which the window's script lets tick. */
export function presentMoment(seconds: number): Html {
  return html`<span data-ticks>${moment(seconds)}</span>`
}

/** A span in milliseconds, in the largest unit that it fills: `3 hours`. */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  const [size, name] = units.find(([unit]) => seconds >= unit) ?? [1, 'second']
  const count = Math.floor(seconds / size)
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
