import type { Counts } from '../../shared/finding.ts'
import { type ListFilter, writeFilter } from '../app/list-filter.ts'
import { useAnswer } from '../app/use-answer.ts'

/** How many items the words of a filter find, as soon as it is counted; nothing where no words are looked for. */
export function useCounts(
  filter: ListFilter,
  onCount: ((filter: ListFilter) => Promise<Counts>) | undefined,
): Counts | undefined {
  const isCounted = filter.q !== '' && onCount !== undefined
  const name = isCounted ? `counts here ${location.hash} ${new URLSearchParams(writeFilter(filter))}` : 'no counts'
  const answer = useAnswer<Counts | undefined>(name, async () => (isCounted ? onCount(filter) : undefined))
  return isCounted ? answer.value : undefined
}
