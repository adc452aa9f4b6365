import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import type { CaseFile } from '../../shared/case-file.ts'
import { caseLink } from '../app/page-link.ts'
import { useAppText } from '../app/surroundings.ts'
import type { List } from '../app/use-list.ts'
import { go } from '../app/visit.ts'
import { Button } from '../ui/button.tsx'
import { Moment } from '../ui/moment.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { NewCaseDialog } from './later-dialogs.ts'
import { ListEnd } from './list-end.tsx'

interface OpenCasesProps {
  contractorId: string
  list: List<CaseFile>
}

/** A contractor's open cases, and the way to a new one. */
export function OpenCases({ contractorId, list }: OpenCasesProps) {
  const text = useAppText().contractor
  const [isCreating, setIsCreating] = useState(false)
  return (
    <section class="section" aria-labelledby="open-cases">
      <div class="section-top">
        <h2 id="open-cases">{text.cases}</h2>
        <Button icon={Plus} onClick={() => setIsCreating(true)}>
          {text.createCase}
        </Button>
      </div>
      {list.state === 'ready' && list.rows.length === 0 && <p class="faint">{text.noCases}</p>}
      {list.rows.length > 0 && (
        <ul class="case-rows">
          {list.rows.map(caseFile => (
            <CaseRow key={caseFile.id} caseFile={caseFile} />
          ))}
        </ul>
      )}
      {list.state === 'waiting' ? (
        <Late>
          <SkeletonRows rows={2} />
        </Late>
      ) : (
        <ListEnd list={list} />
      )}
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

interface CaseRowProps {
  caseFile: CaseFile
}

function CaseRow({ caseFile }: CaseRowProps) {
  return (
    <li class="case-row">
      <span class="number faint">{caseFile.reference}</span>
      <a class="row-link" href={caseLink(caseFile.id)} title={caseFile.title}>
        {caseFile.title}
      </a>
      <Moment at={caseFile.openedAt} class="small faint" />
    </li>
  )
}
