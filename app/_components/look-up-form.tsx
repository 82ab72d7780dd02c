import type { Locale } from '#domain/catalogue/text'
import type { LookUp } from '../_lib/cookies/look-up-cookie'
import { type Problem, type ProblemCode, problemText } from '../_lib/requests/problem'
import type { Translate } from '../_lib/translate'

interface LookUpFormProps {
  readonly t: Translate
  readonly locale: Locale
  readonly typed: LookUp
  readonly problem: Problem | null
}

/** Asks for an order's number and the e-mail address of its receipt. What was typed before, and did not lead on, is still there. */
export function LookUpForm({ t, locale, typed, problem }: LookUpFormProps) {
  const code = problem?.code
  const inField = code === 'invalid-number' || code === 'invalid-email'
  const words = (of: ProblemCode) =>
    code === of && (
      <span className="field-problem" id={`${of}-words`} role="alert">
        {problemText({ code: of }, locale)}
      </span>
    )
  const field = (of: ProblemCode) => ({
    'aria-invalid': code === of || code === 'unknown-order',
    'aria-describedby': code === of ? `${of}-words` : 'look-up-words',
  })
  return (
    <form action="/api/orders/find" method="post">
      <input type="hidden" name="locale" value={locale} />
      {problem && !inField && (
        <p className="notice" id="look-up-words" role="alert">
          {problemText(problem, locale)}
        </p>
      )}
      <label htmlFor="number">{t('look-up.number')}</label>
      {words('invalid-number')}
      <input
        id="number"
        name="number"
        defaultValue={typed.number}
        placeholder="7Q4DX-2MXPW"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        required
        {...field('invalid-number')}
      />
      <label htmlFor="email">{t('look-up.email')}</label>
      {words('invalid-email')}
      <input
        id="email"
        name="email"
        type="text"
        inputMode="email"
        defaultValue={typed.email}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        enterKeyHint="go"
        required
        {...field('invalid-email')}
      />
      <button className="button strong">{t('look-up.find')}</button>
    </form>
  )
}
