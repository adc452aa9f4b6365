import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from './empty.tsx'

interface NothingFitsProps {
  onClear: () => void
  /** Whether only what is new was asked for. */
  isOfNews?: boolean
}

/** A list that the filter has emptied, and the way back. */
export function NothingFits({ onClear, isOfNews = false }: NothingFitsProps) {
  const text = useAppText().timeline
  return (
    <Empty heading={isOfNews ? text.noNewsTitle : text.noneFoundTitle}>
      <p>{isOfNews ? text.noNews : text.noneFound}</p>
      <Button onClick={onClear}>{isOfNews ? text.showAll : text.clear}</Button>
    </Empty>
  )
}
