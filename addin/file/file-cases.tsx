import { Lock, LockOpen, Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { type CaseFile, listCases } from '../../shared/case-file.ts'
import { call } from '../api/call.ts'
import { caseLink } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { useLiveList } from '../app/use-live.ts'
import { go } from '../app/visit.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Moment } from '../ui/moment.tsx'
import { ListEnd } from './list-end.tsx'
import { NewCaseDialog } from './new-case-dialog.tsx'

interface FileCasesProps {
  contractorId: string
}

/** All cases of a contractor, open and closed, newest first. */
export function FileCases({ contractorId }: FileCasesProps) {
  const { caseList: text, contractor } = useAppText()
  const { host } = useSurroundings()
  const [isCreating, setIsCreating] = useState(false)
  const list = useList(`cases ${contractorId}`, wanted =>
    call(host, listCases, { params: { contractorId }, querystring: wanted }),
  )
  useLiveList(list, event => event.type === 'case' && event.contractorId === contractorId)
  return (
    <section class="section" aria-labelledby="cases">
      <div class="section-top">
        <h2 id="cases">{text.title}</h2>
        <Button icon={Plus} onClick={() => setIsCreating(true)}>
          {contractor.createCase}
        </Button>
      </div>
      {list.state === 'ready' && list.rows.length === 0 && <p class="faint">{text.none}</p>}
      {list.rows.length > 0 && (
        <ul class="case-rows" aria-labelledby="cases">
          {list.rows.map(caseFile => (
            <CaseRow key={caseFile.id} caseFile={caseFile} />
          ))}
        </ul>
      )}
      {list.state !== 'waiting' && <ListEnd list={list} />}
      {isCreating && (
        <NewCaseDialog
          contractorId={contractorId}
          onClose={() => setIsCreating(false)}
          onCreated={caseFile => go(caseLink(caseFile.id))}
        />
      )}
    </section>
  )
}

function CaseRow({ caseFile }: { caseFile: CaseFile }) {
  const text = useAppText().caseList
  const isOpen = caseFile.closedAt === null
  return (
    <li class="case-row">
      <span class="number faint">{caseFile.reference}</span>
      <a class="row-link" href={caseLink(caseFile.id)} title={caseFile.title}>
        {caseFile.title}
      </a>
      <span class="small faint">
        <span class={isOpen ? 'case-state good' : 'case-state'}>
          <Icon shape={isOpen ? LockOpen : Lock} />
          {isOpen ? text.open : text.closed}
        </span>{' '}
        <Moment at={caseFile.closedAt ?? caseFile.openedAt} />
      </span>
    </li>
  )
}
