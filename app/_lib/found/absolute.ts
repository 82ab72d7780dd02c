import { settings } from '#env'

/** The address that others find `path` of the shop at. */
export function absolute(path: string): string {
  return new URL(path, settings().shopUrl).href
}
