/** The cart as this browser's cookies have it ("mug:2.gaiwan:1"). For scripts only. */
export function cartInCookies(): string {
  return /(?:^|; )cart=([^;]*)/.exec(document.cookie)?.[1] ?? ''
}
