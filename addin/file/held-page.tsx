import { Eye, Lock } from 'lucide'
import { type HeldRow, listHeld } from '../../shared/held.ts'
import { call } from '../api/call.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { Button } from '../ui/button.tsx'
import { Moment } from '../ui/moment.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { Empty } from './empty.tsx'
import { ListEnd } from './list-end.tsx'
import { useHeldDeeds } from './use-held-deeds.ts'
import './file.css'
import './held.css'

/** Mail of the reader that was filed by itself and that others do not see yet. */
export function HeldPage() {
  const text = useAppText().held
  const { host } = useSurroundings()
  const list = useList('held', async wanted => {
    const { items, next } = await call(host, listHeld, { querystring: wanted })
    return { items: items.map(row => ({ ...row, id: row.itemId })), next }
  })
  return (
    <div class="page">
      <div class="page-top">
        <div>
          <PageHeading title={text.title} />
          <p class="lead">{text.lead}</p>
        </div>
      </div>
      {list.state === 'failed' && list.failure && <FailureNotice failure={list.failure} onRetry={list.ask} />}
      {list.state === 'waiting' && (
        <Late>
          <SkeletonRows rows={6} />
        </Late>
      )}
      {list.state === 'ready' && list.rows.length === 0 && <Empty heading={text.emptyTitle}>{text.empty}</Empty>}
      {list.rows.length > 0 && (
        <div class="list">
          <ul class="held-rows" aria-label={text.list}>
            {list.rows.map(row => (
              <HeldMail key={row.itemId} row={row} onDone={list.ask} />
            ))}
          </ul>
          <ListEnd list={list} />
        </div>
      )}
    </div>
  )
}

interface HeldMailProps {
  row: HeldRow
  onDone: () => void
}

function HeldMail({ row, onDone }: HeldMailProps) {
  const text = useAppText().held
  const { release, keep } = useHeldDeeds([row.itemId], onDone)
  const title = row.title || text.noTitle
  const failure = release.failure ?? keep.failure
  return (
    <li>
      <div class="held-what">
        <a href={linkTo({ name: 'item', itemId: row.itemId })}>{title}</a>
        <span class="small faint">
          {[row.who, row.contractorName, row.caseReference].filter(Boolean).join(' · ')} ·{' '}
          <Moment at={row.occurredAt} />
        </span>
        <span class="small">
          {row.until ? (
            <>
              {text.until} <Moment at={row.until} look="exact" />
            </>
          ) : (
            text.byHand
          )}
        </span>
      </div>
      <div class="buttons">
        <Button icon={Eye} busy={release.isBusy} aria-label={text.releaseFor(title)} onClick={release.run}>
          {text.release}
        </Button>
        <Button icon={Lock} busy={keep.isBusy} aria-label={text.keepFor(title)} onClick={keep.run}>
          {text.keep}
        </Button>
      </div>
      {failure && <FailureNotice failure={failure} />}
    </li>
  )
}
