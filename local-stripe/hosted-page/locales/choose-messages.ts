// The page's language: the session's locale, or with `auto` what the browser asks for first of what there is.
import { languages, type Language, type Words } from './languages.ts'

/** The words for a session's locale and a browser's `Accept-Language`; English when there is no better. */
export function chooseMessages(locale: string | null, acceptLanguage: string | undefined): Words {
  const fixed = locale !== null && locale !== 'auto'
  const language = fixed ? languageOf(locale) : preferred(acceptLanguage ?? '')
  return languages[language ?? 'en']
}

function preferred(acceptLanguage: string): Language | null {
  const asked = acceptLanguage.slice(0, 1000).split(',').map(readRange)
  const wanted = asked.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)
  return wanted.map(({ tag }) => languageOf(tag)).find((language) => language !== null) ?? null
}

/** `de;q=0.8`: a language and how much it is wanted, 1 unless said. */
function readRange(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim())
  const quality = parameters.find((parameter) => /^q=/i.test(parameter))
  return { tag, weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
}

function languageOf(tag: string): Language | null {
  const [language = '', ...subtags] = tag.toLowerCase().split('-')
  if (language === 'zh') return chineseOf(subtags)
  if (language === 'en' || language === 'de' || language === 'fr' || language === 'ja') return language
  return null
}

/** `zh-Hant` is written as in Taiwan unless the region is Hong Kong or Macau; a script counts more than a region. */
function chineseOf(subtags: string[]): Language {
  if (subtags.includes('hans')) return 'zh'
  if (subtags.includes('hk') || subtags.includes('mo')) return 'zh-HK'
  return subtags.includes('tw') || subtags.includes('hant') ? 'zh-TW' : 'zh'
}
