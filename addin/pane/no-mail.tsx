import { MailOpen } from 'lucide'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { readCompanyTimeline, type Timeline } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { TimelineRow } from '../ui/timeline-row.tsx'
import { ContractorSearch } from './contractor-search.tsx'
import { DroppedFiles } from './dropped-files.tsx'
import { FilesAtHand, WaitingMail } from './files-at-hand.tsx'
import { useHost } from './host-context.ts'
import { MyTasks } from './tasks.tsx'
import { useNews } from './use-news.ts'

const ROWS = 20

/** What the pane is good for when no mail is open: finding a file, and what is new anywhere. */
export function NoMail() {
  const host = useHost()
  const text = useText()
  const [recent, setRecent] = useState<Timeline | null>(null)
  const refresh = useCallback(() => {
    call(host, readCompanyTimeline, { querystring: { limit: ROWS } }).then(setRecent, () => undefined)
  }, [host])
  useEffect(refresh, [refresh])
  useNews(host, refresh)

  return (
    <>
      <div class="part stack">
        <div class="blank">
          <Icon shape={MailOpen} />
          <h2>{text.noMail.heading}</h2>
          <p class="faint">{text.noMail.hint}</p>
        </div>
        <WaitingMail />
        <ContractorSearch label={text.search.label} onPick={({ id }) => void host.openPage(`/#/contractors/${id}`)} />
      </div>
      <DroppedFiles contractor={null} onFiled={refresh} />
      <MyTasks />
      <FilesAtHand />
      <section class="part timeline" aria-labelledby="recent">
        <h3 id="recent">{text.timeline.recent}</h3>
        {recent ? (
          <Recent rows={recent} />
        ) : (
          <Late>
            <SkeletonRows rows={5} />
          </Late>
        )}
      </section>
    </>
  )
}

type RecentProps = { rows: Timeline }

function Recent({ rows }: RecentProps) {
  const text = useText()
  if (rows.items.length === 0) return <p class="faint">{text.timeline.recentEmpty}</p>
  return (
    <ul class="rows">
      {rows.items.map(item => (
        <TimelineRow key={item.id} item={item} withContractor />
      ))}
    </ul>
  )
}
