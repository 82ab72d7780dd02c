import { notFound } from 'next/navigation'
import { Instead } from '../../../_components/instead'
import NotFound from '../not-found'

export function generateStaticParams() {
  return []
}

/** What stands at every address that is no page's: next.config.js leads here. */
export default function NothingPage() {
  return (
    <Instead fail={notFound}>
      <NotFound />
    </Instead>
  )
}
