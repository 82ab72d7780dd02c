// Next.js leaves the making of an error's page to the browser: in the HTML of whatever is thrown outside of Suspense there
// is nothing. Inside of it the words are in the HTML, and a static page still answers with the error's status.
import { type ReactNode, Suspense } from 'react'

interface InsteadProps {
  /** Throws: notFound for 404, an error for 500, after which nothing is kept by the page's cache. */
  readonly fail: () => never
  readonly children: ReactNode
}

/** What a static page shows in place of itself. */
export function Instead({ fail, children }: InsteadProps) {
  return (
    <Suspense fallback={children}>
      <Fail fail={fail} />
    </Suspense>
  )
}

function Fail({ fail }: Pick<InsteadProps, 'fail'>): ReactNode {
  return fail()
}
