import { useState } from 'preact/hooks'
import { readTriageGroups, type TriageGroup } from '../../shared/triage.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { useLiveList } from '../app/use-live.ts'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { Empty } from './empty.tsx'
import { FileTriageDialog, type MailToFile } from './file-triage-dialog.tsx'
import type { GroupActs, TriageView } from './group-acts.ts'
import { keepSweep } from './kept-sweep.ts'
import { ListEnd } from './list-end.tsx'
import { NewContractorDialog } from './new-contractor-dialog.tsx'
import { isStranger, strangerOf } from './stranger.ts'
import { TriageGroupRow } from './triage-group-row.tsx'
import { useRowKeys } from './use-row-keys.ts'
import { type Choice, useTriageDeeds } from './use-triage-deeds.ts'

interface TriageGroupsProps {
  view: TriageView
  by: 'sender' | 'domain'
}

/** Mail by sender or domain, worked through row by row. */
export function TriageGroups({ view, by }: TriageGroupsProps) {
  const { triage, triageWork: text } = useAppText()
  const { host } = useSurroundings()
  const [open, setOpen] = useState<string | null>(null)
  const [asking, setAsking] = useState<MailToFile | null>(null)
  const [creating, setCreating] = useState<TriageGroup | null>(null)
  const [reading, setReading] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  const list = useList(`triage groups ${view} ${by}`, wanted =>
    call(host, readTriageGroups, { querystring: { state: view, by, ...wanted } }),
  )
  useLiveList(list, event => event.type === 'triage')
  const deeds = useTriageDeeds(() => {
    setRound(before => before + 1)
    list.ask()
  })
  const acts: GroupActs = {
    round,
    file: setAsking,
    create: setCreating,
    reading,
    read: id => setReading(before => (before === id ? null : id)),
    fileAt: (choice, place) => void deeds.file(choice, place),
    leaveOut: deeds.leaveOut,
    recover: deeds.recover,
  }
  // Where all of it came by one mailbox, its name would say nothing.
  const namesMailboxes =
    new Set(list.rows.flatMap(({ mailboxes }) => (mailboxes.length > 0 ? mailboxes : ['']))).size > 1
  const choiceOf = (key: string): Choice => (by === 'sender' ? { sender: key } : { domain: key })
  const toggle = (key: string) => setOpen(before => (before === key ? null : key))
  const groupOf = (key: string) => list.rows.find(group => group.key === key)
  const askFor = (key: string) => {
    const group = groupOf(key)
    if (group) acts.file({ choice: choiceOf(key), ...group })
  }
  // The newest stands for the others; with its group it is opened and shut.
  const readFor = (key: string) => {
    const newest = groupOf(key)?.id ?? null
    const isRead = open === key && reading === newest
    setOpen(key)
    setReading(isRead ? null : newest)
  }
  const createFor = (key: string) => {
    const group = groupOf(key)
    if (group && isStranger(group)) acts.create(group)
  }
  const rowKeys = useRowKeys(
    list.rows.map(group => group.key),
    view === 'open'
      ? {
          f: askFor,
          n: createFor,
          o: readFor,
          x: key => deeds.leaveOut(choiceOf(key)),
          u: deeds.undo,
        }
      : { o: readFor, r: key => deeds.recover(choiceOf(key)), u: deeds.undo },
  )

  if (list.state === 'failed' && list.failure) return <FailureNotice failure={list.failure} onRetry={list.ask} />
  if (list.state === 'waiting') {
    return (
      <Late>
        <SkeletonRows rows={6} />
      </Late>
    )
  }
  return (
    <>
      {deeds.failure && <FailureNotice failure={deeds.failure} />}
      <p class="unseen" role="status">
        {deeds.progress !== null && text.busy(deeds.progress)}
      </p>
      {list.rows.length === 0 && !list.isStale ? (
        <Empty heading={triage.emptyTitle}>{view === 'open' ? triage.empty : triage.emptyLeftOut}</Empty>
      ) : (
        <div class="list" aria-busy={list.isStale || deeds.progress !== null}>
          <p class="small faint triage-keys">{view === 'open' ? text.keys : text.keysLeftOut}</p>
          <ul class="triage-groups" aria-label={text.list} {...rowKeys}>
            {list.rows.map(group => (
              <TriageGroupRow
                key={group.key}
                group={group}
                view={view}
                by={by}
                isOpen={open === group.key}
                namesMailboxes={namesMailboxes}
                onToggle={() => toggle(group.key)}
                acts={acts}
              />
            ))}
          </ul>
          <ListEnd list={list} />
        </div>
      )}
      {creating && (
        <NewContractorDialog
          filled={strangerOf(creating)}
          onClose={() => setCreating(null)}
          onCreated={(contractor, addresses) => {
            setCreating(null)
            // What others wrote from these addresses is asked about in the new file.
            if (addresses.length > 0) keepSweep({ contractorId: contractor.id, addresses })
            void deeds.file(choiceOf(creating.key), { contractorId: contractor.id, caseId: null })
          }}
        />
      )}
      {asking && (
        <FileTriageDialog
          mail={asking}
          onClose={() => setAsking(null)}
          onPlace={async place => {
            await deeds.settle()
            return deeds.file(asking.choice, place)
          }}
        />
      )}
    </>
  )
}
