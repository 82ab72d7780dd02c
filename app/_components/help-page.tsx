import type { ReactNode } from 'react'

/** A page to be read: a title and paragraphs. */
export function HelpPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <article className="narrow prose">
      <h1>{title}</h1>
      {children}
    </article>
  )
}
