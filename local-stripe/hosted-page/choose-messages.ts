// The page's language: the session's locale, or with `auto` the browser's.
import { chinese } from './chinese.ts'
import { english, type Messages } from './english.ts'

/** The messages for a session's locale and a browser's `Accept-Language`. */
export function chooseMessages(locale: string | null, acceptLanguage: string | undefined): Messages {
  if (locale !== null && locale !== 'auto') return messagesOf(locale)
  return messagesOf(preferred(acceptLanguage ?? ''))
}

function preferred(acceptLanguage: string): string {
  const languages = acceptLanguage.split(',').map((part) => {
    const [tag = '', quality = 'q=1'] = part.trim().split(';')
    return { tag: tag.trim(), quality: Number(quality.trim().slice(2)) || 0 }
  })
  const spoken = languages.filter(({ tag }) => /^(zh|en)\b/i.test(tag))
  return spoken.toSorted((a, b) => b.quality - a.quality)[0]?.tag ?? 'en'
}

function messagesOf(language: string): Messages {
  return language.toLowerCase().startsWith('zh') ? chinese : english
}
