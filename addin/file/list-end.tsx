import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import type { List } from '../app/use-list.ts'
import { Button } from '../ui/button.tsx'

interface ListEndProps {
  list: Pick<List<unknown>, 'failure' | 'hasMore' | 'isAdding' | 'more' | 'ask'>
  /** Said when there is no more. */
  end?: string
}

/** The end of a list: more of it, why there is no more of it, or that this was all. */
export function ListEnd({ list, end }: ListEndProps) {
  const text = useAppText()
  if (list.failure) return <FailureNotice failure={list.failure} onRetry={list.hasMore ? list.more : list.ask} />
  if (list.hasMore) {
    return (
      <p class="list-end">
        <Button onClick={list.more} busy={list.isAdding}>
          {text.showMore}
        </Button>
      </p>
    )
  }
  return end ? <p class="list-end small faint">{end}</p> : null
}
