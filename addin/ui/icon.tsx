import type { IconNode } from 'lucide'
import { h } from 'preact'

type IconProps = { shape: IconNode }

/** One icon of the set (lucide). It is decoration: the word beside it, or the label of its button, says the same. */
export function Icon({ shape }: IconProps) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shape.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  )
}
