import type { ComponentChildren } from 'preact'

interface EmptyProps {
  heading: string
  children: ComponentChildren
}

/** What stands in place of a list with nothing in it: why, and what to do. */
export function Empty({ heading, children }: EmptyProps) {
  return (
    <div class="empty">
      <strong>{heading}</strong>
      <div class="faint">{children}</div>
    </div>
  )
}
