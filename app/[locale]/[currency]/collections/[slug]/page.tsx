import type { Metadata } from 'next'
import { orFailing } from '../../../../_components/or-unavailable'
import { wholeList } from '../../../../_lib/list-query'
import { CollectionPage } from './collection-page'
import { collectionMetadata } from './collection-metadata'

// The beginning of the whole collection, which is kept. Whatever else its address asks for is in chosen/.
export const revalidate = 60

export function generateStaticParams() {
  return []
}

interface WholeCollectionProps {
  readonly params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: WholeCollectionProps): Promise<Metadata> {
  return collectionMetadata((await params).slug)
}

async function WholeCollection({ params }: WholeCollectionProps) {
  return CollectionPage({ slug: (await params).slug, query: wholeList })
}

export default orFailing(WholeCollection)
