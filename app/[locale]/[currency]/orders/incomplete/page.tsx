import { notFound } from 'next/navigation'
import { Instead } from '../../../../_components/instead'
import NoOrder from './not-found'

export function generateStaticParams() {
  return []
}

/** What stands at every address below that of the orders which is no order's: next.config.js leads here. */
export default function IncompletePage() {
  return (
    <Instead fail={notFound}>
      <NoOrder />
    </Instead>
  )
}
