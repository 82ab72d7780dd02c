import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '#domain/catalogue/text'
import en from '#messages/en' with { type: 'json' }
import zhCN from '#messages/zh-CN' with { type: 'json' }

export type MessageKey = keyof typeof en
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string

const messages: Record<Locale, Record<MessageKey, string>> = { en, 'zh-CN': zhCN }
const formats = new Map<string, IntlMessageFormat>()

/** The messages of a language: a key and its values in, text out. */
export function translator(locale: Locale): Translate {
  return (key, values = {}) => String(formatOf(locale, key).format(values))
}

// Parsing a message costs more than formatting it, and there are few: each is parsed once.
function formatOf(locale: Locale, key: MessageKey): IntlMessageFormat {
  const id = `${locale} ${key}`
  const known = formats.get(id) ?? new IntlMessageFormat(messages[locale][key], locale)
  formats.set(id, known)
  return known
}
