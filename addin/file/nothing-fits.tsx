import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from './empty.tsx'

interface NothingFitsProps {
  onClear: () => void
}

/** A list that the filter has emptied, and the way back. */
export function NothingFits({ onClear }: NothingFitsProps) {
  const text = useAppText().timeline
  return (
    <Empty heading={text.noneFoundTitle}>
      <p>{text.noneFound}</p>
      <Button onClick={onClear}>{text.clear}</Button>
    </Empty>
  )
}
