import { ChevronDown, ChevronRight } from 'lucide'
import { readTriage, type TriageRow } from '../../shared/triage.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { Button } from '../ui/button.tsx'
import { Moment } from '../ui/moment.tsx'
import { Late, Skeleton } from '../ui/skeleton.tsx'
import type { GroupActs, TriageView } from './group-acts.ts'
import { TriageMail } from './later-parts.ts'
import { ListEnd } from './list-end.tsx'

interface TriageMailsProps {
  name: string
  view: TriageView
  filter: { sender: string } | { domain: string }
  /** Whether each says by which mailbox it came. */
  namesMailboxes: boolean
  acts: GroupActs
}

/** The mails of one group, each with what can be done with it alone. */
export function TriageMails({ name, view, filter, namesMailboxes, acts }: TriageMailsProps) {
  const text = useAppText().triageWork
  const { host } = useSurroundings()
  const list = useList(`triage mails ${view} ${JSON.stringify(filter)} ${acts.round}`, wanted =>
    call(host, readTriage, { querystring: { state: view, ...filter, ...wanted } }),
  )
  if (list.state === 'failed' && list.failure) return <FailureNotice failure={list.failure} onRetry={list.ask} />
  if (list.state === 'waiting')
    return (
      <Late>
        <Skeleton height="32px" />
      </Late>
    )
  return (
    <div class="triage-mails" aria-busy={list.isStale}>
      <ul aria-label={text.mailsOf(name)}>
        {list.rows.map(row => (
          <MailRow key={row.id} row={row} view={view} namesMailboxes={namesMailboxes} acts={acts} />
        ))}
      </ul>
      <ListEnd list={list} />
    </div>
  )
}

interface MailRowProps {
  row: TriageRow
  view: TriageView
  namesMailboxes: boolean
  acts: GroupActs
}

function MailRow({ row, view, namesMailboxes, acts }: MailRowProps) {
  const { triage, triageWork: text } = useAppText()
  const reasons: Record<string, string> = triage.reasons
  const subject = row.subject || text.noSubject
  const choice = { ids: [row.id] }
  const isRead = acts.reading === row.id
  return (
    <li>
      <div class="triage-what">
        <span class="cut" title={subject}>
          {subject}
        </span>
        <span class={namesMailboxes ? 'small faint' : 'small faint cut'}>
          {row.from || text.noSender} · {reasons[row.reason] ?? triage.reasons.other} · <Moment at={row.occurredAt} />
          {namesMailboxes && row.mailboxes.length > 0 && ` · ${text.mailboxes(row.mailboxes)}`}
        </span>
      </div>
      <div class="triage-acts">
        <Button
          look="quiet"
          icon={isRead ? ChevronDown : ChevronRight}
          aria-label={text.readFor(subject)}
          aria-expanded={isRead}
          onClick={() => acts.read(row.id)}
        >
          {text.read}
        </Button>
        <Button
          look="quiet"
          aria-label={text.fileFor(subject)}
          onClick={() => acts.file({ choice, amount: 1, subject: row.subject, suggestions: [] })}
        >
          {text.file}
        </Button>
        {view === 'open' ? (
          <Button look="quiet" aria-label={text.leaveOutFor(subject)} onClick={() => acts.leaveOut(choice)}>
            {text.leaveOut}
          </Button>
        ) : (
          <Button look="quiet" aria-label={text.recoverFor(subject)} onClick={() => acts.recover(choice)}>
            {text.recover}
          </Button>
        )}
      </div>
      {isRead && <TriageMail messageId={row.id} subject={subject} />}
    </li>
  )
}
