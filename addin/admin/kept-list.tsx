import { useState } from 'preact/hooks'
import { type KeptReason, type KeptThing, listKept } from '../../shared/erasure.ts'
import { call } from '../api/call.ts'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'

interface KeptListProps {
  erasureId: string
  reason: KeptReason
}

/** What an erasure left for one reason: by title for whoever sees it, else as a thing and nothing more. */
export function KeptList({ erasureId, reason }: KeptListProps) {
  const text = useAdminText().personData
  const { host } = useSurroundings()
  const [later, setLater] = useState<{ items: KeptThing[]; next: string | null }>()
  const ask = (after?: string) =>
    call(host, listKept, { params: { erasureId }, querystring: { reason, ...(after && { after }) } })
  const first = useAnswer(`kept ${erasureId} ${reason}`, () => ask())
  const items = [...(first.value?.items ?? []), ...(later?.items ?? [])]
  const next = later ? later.next : first.value?.next
  const more = useDeed(async () => {
    if (!next) return
    const page = await ask(next)
    setLater(before => ({ items: [...(before?.items ?? []), ...page.items], next: page.next }))
  })
  return (
    <>
      {first.failure && <FailureNotice failure={first.failure} onRetry={first.ask} />}
      <ul class="person-lines" aria-label={text.keptList}>
        {items.map(({ objectId, objectType, itemId, title }) => (
          <li key={objectId}>
            {itemId ? (
              <a href={linkTo({ name: 'item', itemId })}>{title || text.noTitle}</a>
            ) : (
              <span class="faint">{text.unseen[objectType]}</span>
            )}
          </li>
        ))}
      </ul>
      {next && (
        <Button look="quiet" busy={more.isBusy} onClick={more.run}>
          {text.showMore}
        </Button>
      )}
      {more.failure && <FailureNotice failure={more.failure} />}
    </>
  )
}
