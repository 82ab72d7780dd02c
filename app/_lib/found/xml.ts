/** `text` as it stands in XML, between elements or in quotes; what no XML may have is left out. */
export function xmlText(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .toWellFormed()
    .replaceAll(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** An element with nothing in it but text. */
export function element(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`
}
