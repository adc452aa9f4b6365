import { useState } from 'preact/hooks'
import { readTriage, type TriageRow } from '../../shared/triage.ts'
import { call } from '../api/call.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { type List, useList } from '../app/use-list.ts'
import { Chips } from '../ui/chip.tsx'
import { Moment } from '../ui/moment.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { Empty } from './empty.tsx'
import { ListEnd } from './list-end.tsx'
import './file.css'

type View = TriageRow['state']

/** The reader's own mail that could not be decided, and what was left out, with the reason. */
export function TriagePage() {
  const text = useAppText().triage
  const { host } = useSurroundings()
  const [view, setView] = useState<View>('open')
  const list = useList(`triage ${view}`, wanted => call(host, readTriage, { querystring: { state: view, ...wanted } }))
  const views = [
    { value: 'open' as const, label: text.open },
    { value: 'left-out' as const, label: text.leftOut },
  ]
  return (
    <div class="page">
      <div class="page-top">
        <div>
          <PageHeading title={text.title} />
          <p class="faint">{text.lead}</p>
        </div>
      </div>
      <Chips label={text.view} options={views} value={view} onValue={setView} />
      <Waiting view={view} list={list} />
    </div>
  )
}

interface WaitingProps {
  view: View
  list: List<TriageRow>
}

function Waiting({ view, list }: WaitingProps) {
  const text = useAppText().triage
  if (list.state === 'failed' && list.failure) return <FailureNotice failure={list.failure} onRetry={list.ask} />
  if (list.state === 'waiting') {
    return (
      <Late>
        <SkeletonRows rows={6} />
      </Late>
    )
  }
  if (list.rows.length === 0 && !list.isStale) {
    return <Empty heading={text.emptyTitle}>{view === 'open' ? text.empty : text.emptyLeftOut}</Empty>
  }
  return (
    <div class="list" aria-busy={list.isStale}>
      <table class="table triage">
        <caption class="unseen">{text.list}</caption>
        <thead>
          <tr>
            <th scope="col">{text.subject}</th>
            <th scope="col">{text.reason}</th>
            <th scope="col">{text.when}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map(row => (
            <MailRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      <ListEnd list={list} />
    </div>
  )
}

interface MailRowProps {
  row: TriageRow
}

function MailRow({ row }: MailRowProps) {
  const text = useAppText().triage
  const reasons: Record<string, string> = text.reasons
  return (
    <tr>
      <th scope="row">
        <span class="cut" title={row.subject}>
          {row.subject || text.noSubject}
        </span>
        <span class="small faint cut">{row.from || text.noSender}</span>
      </th>
      <td>{reasons[row.reason] ?? text.reasons.other}</td>
      <td class="number faint">
        <Moment at={row.occurredAt} />
      </td>
    </tr>
  )
}
