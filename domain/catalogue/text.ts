// The shop's languages, and text that is there in each of them.
import { z } from 'zod'

export const locales = ['en', 'zh-CN'] as const
export type Locale = (typeof locales)[number]

export const bilingual = z.object({ en: z.string(), 'zh-CN': z.string() })
export type Text = z.output<typeof bilingual>

/** Whether `value` is one of the shop's languages. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

/** Text out of a JSON column. Throws ZodError when a language is missing. */
export function parseText(value: unknown): Text {
  return bilingual.parse(value)
}
