/**
 * Data as the text of a JSON-LD block. Nothing in it ends the block or begins another element, whatever products are called.
 * https://nextjs.org/docs/app/guides/json-ld
 */
export function jsonLdText(graph: readonly object[]): string {
  const text = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph })
  return text.replaceAll(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
