import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

const WIDE = '(min-width: 68rem)'

interface FactsAsideProps {
  title: string
  /** Facts, one after another. */
  children: ComponentChildren
}

/** What is known of a thing. Beside its content where there is room, folded above it where there is none. */
export function FactsAside({ title, children }: FactsAsideProps) {
  const [isOpen] = useState(() => matchMedia(WIDE).matches)
  return (
    <aside class="aside" aria-label={title}>
      <details class="facts" open={isOpen}>
        <summary>{title}</summary>
        <dl>{children}</dl>
      </details>
    </aside>
  )
}
