import type { Locale } from '#domain/catalogue/text'
import { plainPage } from './plain-page.ts'
import { leavesUnread, type Problem } from './problem.ts'
import { seeOther } from './see-other.ts'

interface RefusedForm {
  readonly problem: Problem
  readonly locale: Locale
  /** Where a shopper reads why. */
  readonly page: string
  readonly headers?: Headers
}

/**
 * The answer to a form of a page without script that cannot be served: on to the page that says why. What was not even read
 * gets no further than a plain page: whoever pressed a button on another site did not mean to come here, and whoever comes
 * too often is not to be sent on to more.
 */
export function refuseForm({ problem, locale, page, headers }: RefusedForm): Response {
  return leavesUnread(problem.code) ? plainPage(problem, { locale }) : seeOther(page, headers)
}
