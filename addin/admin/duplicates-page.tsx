import { Merge } from 'lucide'
import { useState } from 'preact/hooks'
import { type DuplicatePair, listDuplicates } from '../../shared/contractor-merge.ts'
import { showNip } from '../../shared/tax-id.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { contractorLink } from '../app/page-link.ts'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { Empty } from '../file/empty.tsx'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { AdminOnly } from './admin-only.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import '../file/file.css'
import './contractor-import.css'
import '../file/entry-list.css'
import './duplicates.css'

/** Contractors that may stand in Lupa twice, to be made one. */
export function DuplicatesPage() {
  return (
    <AdminOnly>
      <Duplicates />
    </AdminOnly>
  )
}

function Duplicates() {
  const text = useAdminText().duplicates
  const { host } = useSurroundings()
  const toast = useToast()
  const pairs = useAnswer('duplicates', () => call(host, listDuplicates))
  const [open, setOpen] = useState<DuplicatePair>()
  return (
    <Answered answer={pairs}>
      {({ items }) => (
        <div class="page">
          <div class="page-top">
            <div>
              <PageHeading title={text.title} />
              <p class="lead">{text.lead}</p>
            </div>
          </div>
          {items.length === 0 ? (
            <Empty heading={text.emptyTitle}>{text.empty}</Empty>
          ) : (
            <ul class="entry-list duplicate-list" aria-label={text.list}>
              {items.map(pair => (
                <PairRow key={`${pair.one.id} ${pair.other.id}`} pair={pair} onOpen={() => setOpen(pair)} />
              ))}
            </ul>
          )}
          {open && (
            <MergeDialog
              pair={open}
              onClose={() => setOpen(undefined)}
              onMerged={name => {
                setOpen(undefined)
                pairs.ask()
                toast({ message: text.merged(name) })
              }}
            />
          )}
        </div>
      )}
    </Answered>
  )
}

interface PairRowProps {
  pair: DuplicatePair
  onOpen: () => void
}

function PairRow({ pair: { one, other, reasons }, onOpen }: PairRowProps) {
  const text = useAdminText().duplicates
  return (
    <li>
      <div class="entry-facts">
        {[one, other].map(contractor => (
          <span key={contractor.id} class="contractor">
            <a href={contractorLink(contractor.id)}>{contractor.name}</a>{' '}
            <span class="small faint">
              {[contractor.nip && `NIP ${showNip(contractor.nip)}`, contractor.city].filter(Boolean).join(' · ')}
            </span>
          </span>
        ))}
        <span class="small faint">{reasons.map(reason => text.reasons[reason]).join(', ')}</span>
      </div>
      <Button icon={Merge} aria-label={text.openFor(one.name, other.name)} onClick={onOpen}>
        {text.open}
      </Button>
    </li>
  )
}
