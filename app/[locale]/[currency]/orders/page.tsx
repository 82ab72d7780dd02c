import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { LookUpForm } from '../../../_components/look-up-form'
import { readLookUp } from '../../../_lib/cookies/look-up-cookie'
import { readCookies } from '../../../_lib/market'
import { orderMetadata } from '../../../_lib/order-metadata'
import { pageMarket } from '../../../_lib/page-market'
import { isProblemCode, type Problem } from '../../../_lib/requests/problem'

export const generateMetadata = (): Promise<Metadata> => orderMetadata('look-up.title')

type Search = Readonly<Record<string, string | string[] | undefined>>

interface LookUpPageProps {
  readonly searchParams: Promise<Search>
}

/** Finds an order by its number and the e-mail address it was paid with, for whoever has lost its link. */
export default async function LookUpPage({ searchParams }: LookUpPageProps) {
  const { locale, t, href } = await pageMarket()
  const problem = readProblem(await searchParams)
  const cookies = readCookies((await headers()).get('cookie'))
  return (
    <div className="narrow look-up">
      <h1>{t('look-up.title')}</h1>
      <p>{t('look-up.text')}</p>
      <LookUpForm t={t} locale={locale} typed={readLookUp(cookies.get('look-up'))} problem={problem} />
      <p className="quiet">
        {t('look-up.lost')} <a href={href('/help/contact')}>{t('help.contact')}</a>
      </p>
    </div>
  )
}

function readProblem({ problem, wait }: Search): Problem | null {
  if (!isProblemCode(problem)) return null
  return typeof wait === 'string' && /^\d{1,4}$/.test(wait)
    ? { code: problem, retryAfter: Number(wait) }
    : { code: problem }
}
