import type { ReactNode } from 'react'

/** A page that says one thing and shows the way on. */
export function PlainPage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="narrow plain">
      <h1>{title}</h1>
      <p>{text}</p>
      <p className="ways-on">{children}</p>
    </div>
  )
}
