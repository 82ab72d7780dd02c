'use client'
import { Broken, type BrokenProps } from '../../_components/broken'

/** For errors of ours while a page is made. */
export default function ErrorPage({ error }: BrokenProps) {
  return <Broken error={error} />
}
