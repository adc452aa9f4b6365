import { Info, TriangleAlert } from 'lucide'
import { useAppText } from '../app/surroundings.ts'
import { Icon } from '../ui/icon.tsx'

/** Marks that speak of a forged sender; the others only tell what to expect. */
const serious = new Set(['several-from', 'from-disagrees', 'address-in-name', 'disguised-name', 'disguised-file'])

interface ItemWarningsProps {
  marks: string[]
}

/** What is unusual about a mail, in words, the doubts about its sender first. */
export function ItemWarnings({ marks }: ItemWarningsProps) {
  const text = useAppText()
  const words: Record<string, string> = text.mark
  const known = marks.filter(mark => mark in words)
  const ordered = [...known.filter(mark => serious.has(mark)), ...known.filter(mark => !serious.has(mark))]
  if (ordered.length === 0) return null
  return (
    <ul class="warnings" aria-label={text.item.warnings}>
      {ordered.map(mark => (
        <li key={mark} class={serious.has(mark) ? 'notice' : 'notice calm'}>
          <Icon shape={serious.has(mark) ? TriangleAlert : Info} />
          <span>{words[mark]}</span>
        </li>
      ))}
    </ul>
  )
}
