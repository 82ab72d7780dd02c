import type { Locale } from '#domain/catalogue/text'

interface Reader {
  readonly locale: Locale
  /** An IANA name. */
  readonly timeZone: string
}

/** A moment by the clocks of a time zone, and which zone that is: November 23, 2026 at 10:05 AM UTC. */
export function formatTime(at: Date, { locale, timeZone }: Reader): string {
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at)
  const zone = zoneName(at, { locale, timeZone })
  return locale === 'zh-CN' ? `${time}（${zone}）` : `${time} ${zone}`
}

function zoneName(at: Date, { locale, timeZone }: Reader): string {
  // As it is called there; Intl knows it as GMT+8.
  if (locale === 'zh-CN' && timeZone === 'Asia/Shanghai') return '北京时间'
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
