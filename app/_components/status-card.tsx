import type { ReactNode } from 'react'

interface StatusCardProps {
  readonly status: string
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}

/** What became of something. It stays where it is when a page is made anew, so that the change is read aloud. */
export function StatusCard({ status, title, text, children }: StatusCardProps) {
  return (
    <section className={`order-status ${status}`} data-status={status}>
      <div aria-live="polite">
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
      {children}
    </section>
  )
}
