'use client'
import { Broken, type BrokenProps } from './_components/broken'
import './styles/shop.css'

/** For errors of ours outside of every page. */
export default function GlobalError({ error }: BrokenProps) {
  return (
    <html lang="en">
      <body>
        <main>
          <Broken error={error} />
        </main>
      </body>
    </html>
  )
}
