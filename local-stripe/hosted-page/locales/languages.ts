// The languages of the page. Every other locale of Stripe's is shown in English.
import { english, type Messages } from './english.ts'
import { englishOutcomes, type Outcomes } from './english-outcomes.ts'
import { french } from './french.ts'
import { frenchOutcomes } from './french-outcomes.ts'
import { german } from './german.ts'
import { germanOutcomes } from './german-outcomes.ts'
import { hongKongChinese } from './hong-kong-chinese.ts'
import { japanese } from './japanese.ts'
import { japaneseOutcomes } from './japanese-outcomes.ts'
import { simplifiedChinese } from './simplified-chinese.ts'
import { simplifiedChineseOutcomes } from './simplified-chinese-outcomes.ts'
import { taiwanChinese } from './taiwan-chinese.ts'
import { taiwanChineseOutcomes } from './taiwan-chinese-outcomes.ts'

export type Words = Messages & { outcomes: Outcomes }

export const languages = {
  en: { ...english, outcomes: englishOutcomes },
  de: { ...german, outcomes: germanOutcomes },
  fr: { ...french, outcomes: frenchOutcomes },
  ja: { ...japanese, outcomes: japaneseOutcomes },
  zh: { ...simplifiedChinese, outcomes: simplifiedChineseOutcomes },
  'zh-HK': { ...hongKongChinese, outcomes: taiwanChineseOutcomes },
  'zh-TW': { ...taiwanChinese, outcomes: taiwanChineseOutcomes },
} as const satisfies Record<string, Words>

export type Language = keyof typeof languages
