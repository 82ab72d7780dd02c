import { hasFilters, type Filters } from '#domain/catalogue/browse'
import type { Translate } from '../../../../_lib/translate'

/** How many products there are, as far as they were counted. */
export function resultText(
  { count, isCut }: { count: number; isCut: boolean },
  filters: Filters,
  t: Translate,
): string {
  if (!isCut) return t('list.count', { count })
  if (!hasFilters(filters)) return t('list.more-than', { count })
  return count > 0 ? t('list.at-least', { count }) : ''
}
