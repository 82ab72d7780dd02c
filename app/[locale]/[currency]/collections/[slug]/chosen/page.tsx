import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { orUnavailable } from '../../../../../_components/or-unavailable'
import { type AddressWords, parseListQuery } from '../../../../../_lib/list-query'
import { pageMarket } from '../../../../../_lib/page-market'
import { CollectionPage } from '../collection-page'
import { collectionMetadata, readCollection } from '../collection-metadata'

interface ChosenProps {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<AddressWords>
}

export async function generateMetadata({ params }: ChosenProps): Promise<Metadata> {
  // There is no end of such addresses, and all of them show what the collection's own leads to.
  const metadata = await collectionMetadata((await params).slug)
  return { ...metadata, alternates: null, robots: { index: false, follow: true } }
}

/** What an address with words behind it asks of a collection: next.config.js sends it here. */
async function Chosen({ params, searchParams }: ChosenProps) {
  const { currency, href } = await pageMarket()
  const { slug } = await params
  // A page made for one reader can be not-found by script alone; what this leads to has words in its HTML.
  if (!(await readCollection(slug))) redirect(href(`/collections/${slug}`))
  return CollectionPage({ slug, query: parseListQuery(await searchParams, currency) })
}

export default orUnavailable(Chosen)
