import type { ComponentChildren } from 'preact'

interface FactProps {
  word: string
  children: ComponentChildren
}

/** One line of a list of facts; a fact that is not known is left out. */
export function Fact({ word, children }: FactProps) {
  if (children === null || children === undefined || children === '' || children === false) return null
  return (
    <div class="fact">
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  )
}
