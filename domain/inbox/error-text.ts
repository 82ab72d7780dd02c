/** An error as it can be stored: not every database holds U+0000, and an error may quote what was sent. */
export function errorText(error: unknown): string {
  return String(error).replaceAll('\u0000', '').toWellFormed()
}
